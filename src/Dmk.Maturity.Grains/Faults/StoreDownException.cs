using Dmk.Maturity.Storage;

namespace Dmk.Maturity.Grains;

/// <summary>The store cannot be used just now: locked by another program, its disk full, or broken. Nothing of this was stored; the caller
/// may try again after a few seconds (HTTP 503). Where that is not known: <see cref="ResultUnknownException"/>.</summary>
public sealed class StoreDownException : Exception
{
    public StoreDownException()
        : base("Answers cannot be stored or read just now; nothing of this was stored. Try again in a few seconds.") { }

    public StoreDownException(string message)
        : base(message) { }

    public StoreDownException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>What a caller may wait before the next attempt.</summary>
    public static TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(10);

    /// <returns>Null where the exception is about something else.</returns>
    public static StoreDownException? Of(Exception? exception) =>
        exception as StoreDownException
        ?? (StoreFault.Of(exception) is null || CommitUnknownException.IsIn(exception) ? null : new StoreDownException());
}
