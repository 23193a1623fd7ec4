namespace Dmk.Maturity.Studies;

/// <summary>This audience may not have what it asks for; the message says who may.</summary>
public sealed class NotPermittedException : Exception
{
    public NotPermittedException() { }

    public NotPermittedException(string message)
        : base(message) { }

    public NotPermittedException(string message, Exception innerException)
        : base(message, innerException) { }
}
