namespace Dmk.Maturity.Storage;

/// <summary>More work waits for the disk than the queue holds. Nothing was stored; try again a little later.</summary>
public sealed class QueueFullException : Exception
{
    public QueueFullException()
        : base("More is waiting to be stored than the queue holds.") { }

    public QueueFullException(string message)
        : base(message) { }

    public QueueFullException(string message, Exception innerException)
        : base(message, innerException) { }
}
