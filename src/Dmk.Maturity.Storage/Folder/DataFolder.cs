using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dmk.Maturity.Storage;

/// <summary>The folder that holds everything a server keeps: two databases, the key of its hashes, the format version. One process at a
/// time has it open.</summary>
public sealed class DataFolder : IDisposable
{
    /// <summary>Grows when an older server could not read the folder any more.</summary>
    public const string Format = "dmk-maturity data folder 2";

    private const string FormatFile = "format";
    private const string LockFile = "lock";
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream lockFile, KeyedHash hash) => (Location, _lock, Hash) = (path, lockFile, hash);

    /// <summary>Full path.</summary>
    public string Location { get; }

    public KeyedHash Hash { get; }

    /// <summary>Answers, scores and everything else that bears no name.</summary>
    public string Maturity => Path.Combine(Location, "maturity.db");

    /// <summary>Names only, joined by the pseudonymous unit id (auxiliary characteristics kept apart: section 12 of the Federal
    /// Statistics Act).</summary>
    public string Contacts => Path.Combine(Location, "contacts.db");

    /// <summary>Creates the folder or checks the one that is there, takes its lock, and brings both databases to this server's
    /// schema.</summary>
    /// <param name="logs">Where this is logged; nowhere without them.</param>
    /// <exception cref="DataFolderException">Not writable, in use, of another format, incomplete or damaged.</exception>
    public static DataFolder Open(string path, ILoggerFactory? logs = null)
    {
        var location = Path.GetFullPath(path);
        var journal = new FolderJournal((logs ?? NullLoggerFactory.Instance).CreateLogger<FolderJournal>());
        try
        {
            var folder = Open(location, journal);
            journal.FolderOpened(location, Format);
            return folder;
        }
        catch (DataFolderException refusal)
        {
            journal.FolderRefused(location, refusal.Message);
            throw;
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _lock.Dispose();
    }

    private static DataFolder Open(string location, FolderJournal journal)
    {
        Create(location);

        // Held for as long as the folder is open, and let go below where it cannot be opened.
#pragma warning disable CA2000
        var lockFile = Lock(location);
#pragma warning restore CA2000
        try
        {
            CheckFormat(location);
            KeepToOwner(location);
            var folder = new DataFolder(
                location,
                lockFile,
                KeyedHash.Open(location, mayCreate: !File.Exists(Path.Combine(location, "maturity.db")))
            );
            Schema.Migrate(folder, journal);
            return folder;
        }
        catch (Exception exception)
        {
            lockFile.Dispose();
            throw exception switch
            {
                SqliteException sqlite => new DataFolderException(
                    $"A database in {location} cannot be opened; it may be damaged: "
                        + $"{sqlite.Message} Restore the folder from a backup.",
                    sqlite
                ),
                UnauthorizedAccessException or IOException => NotWritable(location, exception),
                _ => exception,
            };
        }
    }

    private static void Create(string location)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(location);
            }
            else
            {
                Directory.CreateDirectory(location, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            throw NotWritable(location, exception);
        }
    }

    private static FileStream Lock(string location)
    {
        var file = Path.Combine(location, LockFile);
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw NotWritable(location, exception);
        }
        catch (IOException exception)
        {
            throw File.Exists(file)
                ? new DataFolderException(
                    $"The data folder {location} is in use by another server. Stop that one, or give this one its "
                        + "own folder with --data.",
                    exception
                )
                : NotWritable(location, exception);
        }
    }

    private static void CheckFormat(string location)
    {
        var file = Path.Combine(location, FormatFile);
        if (File.Exists(file))
        {
            var found = File.ReadAllText(file).Trim();
            if (found != Format)
            {
                throw new DataFolderException(
                    $"The data folder {location} says \"{found}\" in its file {FormatFile}; this server reads "
                        + $"\"{Format}\". Use the server version that wrote it, or another folder."
                );
            }

            return;
        }

        var strangers = Directory
            .EnumerateFileSystemEntries(location)
            .Select(Path.GetFileName)
            .Where(name => name is not (LockFile or FormatFile + ".new"))
            .ToArray();
        if (strangers.Length > 0)
        {
            throw new DataFolderException(
                $"{location} is not empty and has no file {FormatFile}, so it is not a data folder of this "
                    + $"server (found {strangers[0]}). Choose an empty or a new folder."
            );
        }

        var fresh = file + ".new";
        File.WriteAllText(fresh, Format + "\n");
        File.Move(fresh, file);
    }

    /// <summary>A folder that somebody else made may be open to others; what is written into it is not for them.</summary>
    private static void KeepToOwner(string location)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(location, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static DataFolderException NotWritable(string location, Exception exception) =>
        new(
            $"The data folder {location} cannot be written to: {exception.Message} Give this server's user the right to write there, "
                + "or choose another folder with --data.",
            exception
        );
}
