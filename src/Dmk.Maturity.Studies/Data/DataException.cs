namespace Dmk.Maturity.Studies;

/// <summary>A data file or what is wanted of it is at fault. The message says where, and what to do.</summary>
public sealed class DataException : Exception
{
    public DataException() { }

    public DataException(string message)
        : base(message) { }

    public DataException(string message, Exception innerException)
        : base(message, innerException) { }
}
