using Microsoft.Extensions.Options;

namespace Dmk.Maturity.Storage;

/// <summary>Asks the store whether it can take something, as an operator's watch does.</summary>
public sealed class StoreProbe(CommitQueue queue, DataFolder folder, StoreWatch watch, IOptions<StoreLimits> limits)
{
    /// <summary>Longer than a lock is waited for.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(4);

    /// <summary>Takes a page and gives it back, then writes through to the disk; nothing that is stored changes.</summary>
    /// <returns>Null where all is well. Low space is said while everything is still stored.</returns>
    public async Task<StoreFault?> Ask(CancellationToken cancellation)
    {
        if (watch.IsDamaged)
        {
            return new(StoreFault.Damaged);
        }

        if (!File.Exists(folder.Maturity) || !File.Exists(folder.Contacts))
        {
            return watch.Failed(new("missing"), null);
        }

        return await Store(cancellation) ?? (watch.IsSpaceLow(limits.Value.LowSpaceInMegabytes << 20) ? new("low-space") : null);
    }

    private async Task<StoreFault?> Store(CancellationToken cancellation)
    {
        try
        {
            await queue.Commit(Write).WaitAsync(_patience, cancellation);
            return null;
        }
        catch (TimeoutException exception)
        {
            return watch.Failed(new("slow"), exception);
        }
        catch (QueueFullException)
        {
            return new("busy");
        }
        catch (Exception exception) when (StoreFault.Of(exception) is { } fault)
        {
            return watch.Failed(fault, exception);
        }
    }

    private static void Write(CommitScope scope)
    {
        scope.Execute("SAVEPOINT probe");
        scope.Execute("CREATE TABLE probe (page BLOB)");
        scope.Execute("ROLLBACK TO probe");
        scope.Execute("RELEASE probe");
        scope.Execute("PRAGMA user_version = 0");
    }
}
