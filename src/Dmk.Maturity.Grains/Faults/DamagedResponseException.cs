namespace Dmk.Maturity.Grains;

/// <summary>What is stored of one response cannot be read. All others are not concerned.</summary>
public sealed class DamagedResponseException : Exception
{
    public DamagedResponseException() { }

    public DamagedResponseException(string message)
        : base(message) { }

    public DamagedResponseException(string message, Exception innerException)
        : base(message, innerException) { }
}
