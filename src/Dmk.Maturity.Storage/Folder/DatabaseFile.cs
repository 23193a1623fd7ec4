using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Storage;

/// <summary>One of the two databases of a data folder, as a file: whether it is there, ours, and as new as the folder.</summary>
/// <param name="Path">Full path.</param>
internal sealed record DatabaseFile(string Path)
{
    /// <summary>From here on the check of its pages is announced.</summary>
    private const int LargeInMegabytes = 100;

    private static readonly string[] _siblings = ["-wal", "-shm", "-journal"];

    /// <summary>The name it has where it belongs.</summary>
    private string Role => System.IO.Path.GetFileName(Path);

    /// <summary>Its size in whole megabytes, without the log beside it.</summary>
    public long Megabytes => new FileInfo(Path).Length >> 20;

    /// <summary>Made empty, for its owner only; SQLite gives the files beside it the same mode.</summary>
    public void Create()
    {
        if (!File.Exists(Path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = FileModes.Owner;
            }

            new FileStream(Path, options).Dispose();
        }
    }

    /// <summary>Looks at the file before SQLite does, which would create or change it.</summary>
    public void Check(FolderStage stage)
    {
        if (!File.Exists(Path))
        {
            throw FolderRefusal.Missing(Path);
        }

        FileModes.KeepToOwner(Path);
        foreach (var sibling in _siblings.Select(ending => Path + ending).Where(File.Exists))
        {
            FileModes.Mend(sibling);
        }

        var beginning = Beginning();
        if (beginning.Length == 0)
        {
            if (stage != FolderStage.BeingMade)
            {
                throw FolderRefusal.Empty(Path);
            }
        }
        else if (!beginning.AsSpan().SequenceEqual("SQLite format 3\0"u8))
        {
            throw FolderRefusal.NotADatabase(Path);
        }
    }

    /// <summary>Whose it says it is. Looks at the database without what stands beside it in the log first: a newer log is never played
    /// into an older database.</summary>
    /// <returns>Null where it says nothing, as one does that was just made, or of format 2.</returns>
    public DatabaseMark? Mark() => Guard(() => MarkWithoutLog() ?? With(connection => DatabaseMark.Read(connection)));

    /// <summary>Stored in the database itself when this returns, not only in the log beside it.</summary>
    public void Write(DatabaseMark mark) =>
        Guard(() =>
            With(connection =>
            {
                mark.Write(connection);
                return true;
            })
        );

    /// <summary>Whether a table of this name is in it.</summary>
    public bool Has(string table) => Guard(() => With(connection => DatabaseMark.Has(connection, table)));

    /// <summary>All of its pages: a second for each 200 MB.</summary>
    /// <exception cref="DataFolderException">Damaged.</exception>
    public void CheckPages(FolderJournal journal)
    {
        if (Megabytes >= LargeInMegabytes)
        {
            journal.PagesBeingChecked(Path, Megabytes);
        }

        if (Guard(() => PageCheck.Find(Path, CancellationToken.None)) is { } found)
        {
            throw FolderRefusal.Damaged(Path, found.ReplaceLineEndings(" "));
        }
    }

    /// <summary>Runs what uses the database, and says its failure in words.</summary>
    public T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException failure)
        {
            throw FolderRefusal.Of(Path, failure, Disk.Free(Path));
        }
    }

    /// <exception cref="DataFolderException">It is the other one, of another folder, or says nothing.</exception>
    public void CheckOwner(DatabaseMark? mark, FolderStage stage, string folder, string id)
    {
        if (mark is null)
        {
            if (stage == FolderStage.Complete)
            {
                throw FolderRefusal.Unmarked(Path);
            }
        }
        else if (mark.Role != Role)
        {
            throw FolderRefusal.Exchanged(Path, mark.Role);
        }
        else if (mark.Folder != folder || mark.Database != id)
        {
            throw FolderRefusal.OfAnotherFolder(Path);
        }
    }

    private byte[] Beginning()
    {
        try
        {
            using var stream = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            var beginning = new byte[16];
            return beginning[..stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false)];
        }
        catch (UnauthorizedAccessException exception)
        {
            throw FolderRefusal.FileNotWritable(Path, exception);
        }
        catch (IOException exception)
        {
            throw FolderRefusal.NotWritable(Path, exception);
        }
    }

    private DatabaseMark? MarkWithoutLog()
    {
        try
        {
            using var connection = Open($"{new Uri(Path).AbsoluteUri}?immutable=1", SqliteOpenMode.ReadOnly);
            return DatabaseMark.Read(connection);
        }
        catch (SqliteException)
        {
            // A kill may have left pages of different moments, which the log beside them puts right.
            return null;
        }
    }

    private T With<T>(Func<SqliteConnection, T> work)
    {
        using var connection = Open(Path, SqliteOpenMode.ReadWrite);
        return work(connection);
    }

    public static SqliteConnection Open(string source, SqliteOpenMode mode)
    {
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = Schema.SecondsToWaitForALock,
        };
        var connection = new SqliteConnection(text.ToString());
        connection.Open();
        return connection;
    }
}
