namespace Dmk.Maturity.Grains;

/// <summary>A Land's partition does not answer: never a Germany made of fifteen.</summary>
public sealed class PartitionMissingException : Exception
{
    public PartitionMissingException() { }

    public PartitionMissingException(string message)
        : base(message) { }

    public PartitionMissingException(string message, Exception innerException)
        : base(message, innerException) { }
}
