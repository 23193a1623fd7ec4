namespace Dmk.Maturity.Storage;

/// <summary>The data folder cannot be used; the message says why and what to do, in words for the people who run the server.</summary>
public sealed class DataFolderException : Exception
{
    public DataFolderException() { }

    public DataFolderException(string message)
        : base(message) { }

    public DataFolderException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Whether a running server holds it.</summary>
    public bool IsInUse { get; init; }
}
