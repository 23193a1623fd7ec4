namespace Dmk.Maturity.Storage;

/// <summary>How the store is, as everybody who uses it has met it. A change is logged once; damage is remembered until the server is
/// started again, and nothing is read or written meanwhile.</summary>
public sealed class StoreWatch(DataFolder folder, CommitJournal journal)
{
    /// <summary>Where less is free, an "input/output error" is a full disk.</summary>
    private const long NoRoomInBytes = 1 << 20;

    private const int CannotOpen = 14;

    private readonly Lock _changing = new();
    private string? _reason;
    private string? _damage;
    private bool _isLow;

    /// <summary>A part of a database has been found that cannot be right.</summary>
    public bool IsDamaged => Volatile.Read(ref _damage) is not null;

    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">Damage was found before.</exception>
    public void Check()
    {
        if (Volatile.Read(ref _damage) is { } found)
        {
            throw StoreFault.Damage(found);
        }
    }

    /// <summary>What is written into a file that somebody has taken away would be lost when it is closed.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">A database is not where it was opened.</exception>
    public void CheckPresence()
    {
        foreach (var file in new[] { folder.Maturity, folder.Contacts })
        {
            if (!File.Exists(file))
            {
                throw new Microsoft.Data.Sqlite.SqliteException($"{file} is missing.", CannotOpen);
            }
        }
    }

    /// <summary>For whoever reads: remembers damage, and nothing else.</summary>
    public void Notice(Exception? failure)
    {
        if (StoreFault.Of(failure) is { Reason: StoreFault.Damaged })
        {
            Damaged(failure!.GetBaseException().Message, failure);
        }
    }

    /// <param name="found">What is damaged, for operators.</param>
    public void Damaged(string found, Exception? failure = null)
    {
        lock (_changing)
        {
            if (_damage is null)
            {
                Volatile.Write(ref _damage, found);
                journal.StoreDamaged(found, failure);
            }
        }
    }

    /// <summary>What the writer has met.</summary>
    /// <returns>The reason, more exactly where the free space tells.</returns>
    public StoreFault Failed(StoreFault fault, Exception? failure)
    {
        if (fault.Reason == StoreFault.Damaged)
        {
            Notice(failure);
            return fault;
        }

        var met = fault.Reason == "unreadable" && Disk.Free(folder.Maturity) < NoRoomInBytes ? new("full") : fault;
        lock (_changing)
        {
            if (_reason != met.Reason)
            {
                _reason = met.Reason;
                journal.StoreUnavailable(met.Reason, failure);
            }
        }

        return met;
    }

    /// <summary>Something has been stored.</summary>
    public void Works()
    {
        if (Volatile.Read(ref _reason) is null)
        {
            return;
        }

        lock (_changing)
        {
            if (_reason is not null)
            {
                _reason = null;
                journal.StoreAvailable();
            }
        }
    }

    /// <param name="atLeast">Bytes that are to be free on the disk of the data folder.</param>
    /// <returns>Whether less than that is free.</returns>
    public bool IsSpaceLow(long atLeast)
    {
        var free = Disk.Free(folder.Maturity);
        lock (_changing)
        {
            if (free < atLeast != _isLow)
            {
                _isLow = !_isLow;
                if (_isLow)
                {
                    journal.SpaceLow(free >> 20, atLeast >> 20);
                }
                else
                {
                    journal.SpaceEnough(free >> 20);
                }
            }

            return _isLow;
        }
    }
}
