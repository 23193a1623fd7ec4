namespace Dmk.Maturity.Storage;

/// <summary>Somebody else has written this response since it was read. Nothing was stored.</summary>
public sealed class StaleResponseException : Exception
{
    public StaleResponseException() { }

    public StaleResponseException(string message)
        : base(message) { }

    public StaleResponseException(string message, Exception innerException)
        : base(message, innerException) { }

    internal static void ThrowUnless(bool written, string land, Guid response)
    {
        if (!written)
        {
            throw new StaleResponseException($"The response {land}/{response:N} has been written by somebody else since it was read.");
        }
    }
}
