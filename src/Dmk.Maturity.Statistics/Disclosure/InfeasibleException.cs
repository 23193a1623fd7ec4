namespace Dmk.Maturity.Statistics;

/// <summary>No numbers agree with everything that is said to be known: figures of different data, bounds too narrow for their rounding, or
/// an unknown that is no whole number.</summary>
public sealed class InfeasibleException : Exception
{
    public InfeasibleException() { }

    public InfeasibleException(string message)
        : base(message) { }

    public InfeasibleException(string message, Exception innerException)
        : base(message, innerException) { }
}
