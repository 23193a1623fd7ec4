using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Storage;

/// <summary>What has been done of a restoration.</summary>
public enum RestoreStep
{
    Begun,
    Unpacked,
    Checked,
    Exchanged,
    Placed,
}

/// <summary>What becomes of a data folder that is there already.</summary>
public enum PresentFolder
{
    Refused,
    MovedAside,
}

/// <summary>Puts a data folder in place from a backup: all of it, or nothing.</summary>
/// <remarks>Made in the folder DIR.new, checked, written through to the disk, and only then given its name.</remarks>
public sealed class FolderRestore(string file, string data, PresentFolder present)
{
    /// <summary>Says of a folder that it was left by a restoration, and may go.</summary>
    private const string Unfinished = "restore-unfinished";

    private readonly string _location = Path.TrimEndingDirectorySeparator(Path.GetFullPath(data));

    /// <summary>Called after each step; tests interrupt here.</summary>
    public Action<RestoreStep> Reached { get; init; } = _ => { };

    private string Aside => _location + ".new";

    /// <param name="progress">Bytes.</param>
    /// <returns>What was restored, and where the folder is now that was there before; null where there was none.</returns>
    /// <exception cref="DataFolderException">Nothing was restored, and everything is as it was.</exception>
    public (BackupManifest Manifest, string? Before) Run(
        DateTimeOffset at,
        IProgress<(long Done, long Of)> progress,
        CancellationToken cancellation
    )
    {
        using var backup = BackupFile.Open(file);
        var isThere = IsThere();
        using var held = isThere ? HeldFolder.Of(_location) : null;
        Begin();
        try
        {
            Reached(RestoreStep.Begun);
            var state = backup.Unpack(Aside, progress, cancellation);
            Reached(RestoreStep.Unpacked);
            backup.Check(Aside, state, cancellation);
            Sync();
            Reached(RestoreStep.Checked);
            cancellation.ThrowIfCancellationRequested();
            var before = isThere ? Exchange(at) : Place();
            Reached(RestoreStep.Placed);
            File.Delete(Path.Combine(_location, Unfinished));
            return (backup.Manifest, before);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw BackupRefusal.NotRestored(_location, exception);
        }
        finally
        {
            if (File.Exists(Path.Combine(Aside, Unfinished)))
            {
                OwnersFile.DeleteFolder(Aside);
            }
        }
    }

    /// <returns>Whether there is a folder with something in it, which is to be moved aside.</returns>
    private bool IsThere()
    {
        if (File.Exists(_location))
        {
            throw BackupRefusal.IsAFile(_location);
        }

        try
        {
            var isThere = Directory.Exists(_location) && Directory.EnumerateFileSystemEntries(_location).Any();
            return isThere && present == PresentFolder.Refused ? throw BackupRefusal.NotEmpty(_location) : isThere;
        }
        catch (UnauthorizedAccessException exception)
        {
            throw BackupRefusal.NotRestored(_location, exception);
        }
    }

    private void Begin()
    {
        try
        {
            if (Path.Exists(Aside))
            {
                if (!File.Exists(Path.Combine(Aside, Unfinished)))
                {
                    throw BackupRefusal.LeftOver(Aside);
                }

                OwnersFile.DeleteFolder(Aside);
            }

            OwnersFile.CreateFolder(Aside);
            OwnersFile.Create(Path.Combine(Aside, Unfinished)).Dispose();
            OwnersFile.CreateFolder(Path.Combine(Aside, BackupNames.Forms));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw BackupRefusal.NotRestored(_location, exception);
        }
    }

    /// <summary>SQLite may have written to the databases while they were checked.</summary>
    private void Sync()
    {
        foreach (var name in Directory.EnumerateFiles(Aside, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(name, FileMode.Open, FileAccess.ReadWrite);
            stream.Flush(flushToDisk: true);
        }

        foreach (var folder in new[] { BackupNames.Forms, "keys", "" })
        {
            NativeMethods.Flush(Path.Combine(Aside, folder));
        }
    }

    private string? Place()
    {
        try
        {
            if (Directory.Exists(_location))
            {
                Directory.Delete(_location);
            }

            Directory.Move(Aside, _location);
        }
        catch (IOException exception)
        {
            throw BackupRefusal.NotReplaceable(_location, exception);
        }

        NativeMethods.Flush(Path.GetDirectoryName(_location)!);
        return null;
    }

    /// <summary>In one step where the system can: at no moment is there no folder, in whose place a server would begin a new one.</summary>
    private string Exchange(DateTimeOffset at)
    {
        var before = $"{_location}.before-{at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}";
        if (Path.Exists(before))
        {
            throw BackupRefusal.LeftOver(before);
        }

        try
        {
            // It may have been restored itself: from now on it is nothing that may go.
            File.Delete(Path.Combine(_location, Unfinished));
            if (NativeMethods.Exchange(Aside, _location))
            {
                Reached(RestoreStep.Exchanged);
                Directory.Move(Aside, before);
            }
            else
            {
                Directory.Move(_location, before);
                Directory.Move(Aside, _location);
            }
        }
        catch (IOException exception)
        {
            throw BackupRefusal.NotReplaceable(_location, exception);
        }

        NativeMethods.Flush(Path.GetDirectoryName(_location)!);
        return before;
    }

    /// <summary>As long as this is open, no server opens the folder.</summary>
    private sealed class HeldFolder(FileStream[] held) : IDisposable
    {
        public static HeldFolder Of(string location)
        {
            var held = new List<FileStream>();
            try
            {
                foreach (var name in new[] { "lock", BackupNames.EntryKey }.Select(name => Path.Combine(location, name)))
                {
                    if (File.Exists(name))
                    {
                        held.Add(new(name, FileMode.Open, FileAccess.Read, FileShare.None));
                    }
                }

                return new([.. held]);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                held.ForEach(one => one.Dispose());
                throw exception is IOException ? FolderRefusal.InUse(location, exception) : BackupRefusal.NotRestored(location, exception);
            }
        }

        public void Dispose() => Array.ForEach(held, one => one.Dispose());
    }
}
