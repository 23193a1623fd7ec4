using Dmk.Maturity.Storage;

namespace Dmk.Maturity.Grains;

/// <summary>The disk failed while something was being stored: whether it is stored is not known. Reading again tells (HTTP 503).</summary>
public sealed class ResultUnknownException : Exception
{
    public ResultUnknownException()
        : base(
            "The store failed while this was being stored; whether it is stored is not known. Read again to see, then repeat what "
                + "is missing."
        ) { }

    public ResultUnknownException(string message)
        : base(message) { }

    public ResultUnknownException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <returns>Null where the exception is about something else.</returns>
    public static ResultUnknownException? Of(Exception? exception) =>
        exception as ResultUnknownException ?? (CommitUnknownException.IsIn(exception) ? new ResultUnknownException() : null);
}
