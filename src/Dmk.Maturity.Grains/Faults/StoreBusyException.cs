using Dmk.Maturity.Storage;

namespace Dmk.Maturity.Grains;

/// <summary>More is waiting to be stored than the store can take. Nothing of this was stored; the caller may try again after a second
/// (HTTP 429).</summary>
public sealed class StoreBusyException : Exception
{
    public StoreBusyException()
        : base("More is waiting to be stored than the store can take; try again in a second.") { }

    public StoreBusyException(string message)
        : base(message) { }

    public StoreBusyException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Says in the words of this room that the queue to the disk is full.</summary>
    internal static async Task Translate(Task work)
    {
        try
        {
            await work;
        }
        catch (QueueFullException)
        {
            throw new StoreBusyException();
        }
    }

    internal static async Task<T> Translate<T>(Task<T> work)
    {
        await Translate((Task)work);
        return await work;
    }
}
