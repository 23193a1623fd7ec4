namespace Dmk.Maturity.Server;

/// <summary>A command cannot go on; the message is one clear sentence for the person who typed it.</summary>
public sealed class FaultException : Exception
{
    public FaultException() { }

    public FaultException(string message)
        : base(message) { }

    public FaultException(string message, Exception innerException)
        : base(message, innerException) { }
}
