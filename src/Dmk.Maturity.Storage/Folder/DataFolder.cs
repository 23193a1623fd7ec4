using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dmk.Maturity.Storage;

/// <summary>The folder that holds everything a server keeps: two databases, the key of its hashes, the format version. One process at a
/// time has it open.</summary>
public sealed class DataFolder : IDisposable
{
    /// <summary>Grows when an older server could not read the folder any more.</summary>
    public const string Format = "dmk-maturity data folder 3";

    private const string LockFile = "lock";
    private const string MaturityFile = "maturity.db";
    private const string ContactsFile = "contacts.db";

    /// <summary>Numbers by which Linux says that a file system is broken (EIO), full (ENOSPC) or read-only (EROFS), and that a link leads
    /// in a circle (ELOOP): nobody else has the file then.</summary>
    private static readonly int[] _readOnlyOrBroken = [5, 28, 30, 40];

    /// <summary>The lock file, and the key: nobody removes that one to tidy up.</summary>
    private readonly FileStream[] _held;

    private DataFolder(string path, KeyedHash hash, params FileStream[] held) => (Location, Hash, _held) = (path, hash, held);

    /// <summary>Full path.</summary>
    public string Location { get; }

    public KeyedHash Hash { get; }

    /// <summary>Answers, scores and everything else that bears no name.</summary>
    public string Maturity => Path.Combine(Location, MaturityFile);

    /// <summary>Names only, joined by the pseudonymous unit id (auxiliary characteristics kept apart: section 12 of the Federal
    /// Statistics Act).</summary>
    public string Contacts => Path.Combine(Location, ContactsFile);

    /// <summary>Whether a database was too large for its pages to be looked through at the opening: whoever keeps the folder open does
    /// it.</summary>
    public bool HasUncheckedPages { get; private set; }

    /// <summary>How long the opening took, <see cref="PagesTook"/> included.</summary>
    public TimeSpan OpeningTook { get; private set; }

    /// <summary>How long pages were looked through at the opening.</summary>
    public TimeSpan PagesTook { get; private set; }

    /// <summary>Creates the folder or checks the one that is there, takes its lock, and brings both databases to this server's
    /// schema.</summary>
    /// <param name="logs">Where this is logged; nowhere without them.</param>
    /// <param name="checkedFirst">In megabytes: all pages of a larger database are looked through later, unless its schema is about to
    /// change; see <see cref="HasUncheckedPages"/>.</param>
    /// <exception cref="DataFolderException">Not writable, in use, of another format, incomplete or damaged.</exception>
    public static DataFolder Open(string path, ILoggerFactory? logs = null, long checkedFirst = long.MaxValue)
    {
        var location = Path.GetFullPath(path);
        var journal = new FolderJournal((logs ?? NullLoggerFactory.Instance).CreateLogger<FolderJournal>());
        try
        {
            var begun = Stopwatch.GetTimestamp();
            var folder = Open(location, journal, checkedFirst);
            folder.OpeningTook = Stopwatch.GetElapsedTime(begun);
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
        Array.ForEach(_held, held => held.Dispose());
    }

    private static DataFolder Open(string location, FolderJournal journal, long checkedFirst)
    {
        Create(location);

        // Both are held for as long as the folder is open, and let go below where it cannot be opened.
#pragma warning disable CA2000
        var lockFile = Lock(location);
        FileStream? key = null;
#pragma warning restore CA2000
        try
        {
            KeepToOwner(location);
            var state = FolderState.Read(location) ?? Begin(location);
            key = KeyedHash.Hold(location, state.Stage);
            var hash = KeyedHash.Read(key);
            if (state.Stage == FolderStage.Complete && hash.Check != state.Key)
            {
                throw FolderRefusal.KeyWrong(key.Name);
            }

            var folder = new DataFolder(location, hash, lockFile, key);
            folder.Open(state, journal, checkedFirst);
            return folder;
        }
        catch (Exception exception)
        {
            key?.Dispose();
            lockFile.Dispose();
            throw exception is UnauthorizedAccessException or IOException ? FolderRefusal.NotWritable(location, exception) : exception;
        }
    }

    /// <summary>Looks at both databases before either is written to, and counts the opening in both before the folder says it: no database
    /// is ever older than its folder unless somebody put an older one there.</summary>
    private void Open(FolderState found, FolderJournal journal, long checkedFirst)
    {
        var (maturity, contacts) = (new DatabaseFile(Maturity), new DatabaseFile(Contacts));
        if (found.Stage == FolderStage.BeingMade)
        {
            maturity.Create();
            contacts.Create();
        }

        maturity.Check(found.Stage);
        contacts.Check(found.Stage);
        var (ofMaturity, ofContacts) = (maturity.Mark(), contacts.Mark());
        var state = found.Stage == FolderStage.Earlier ? TakenOver(ofMaturity, ofContacts) : found;
        maturity.CheckOwner(ofMaturity, state.Stage, state.Folder, state.Maturity);
        contacts.CheckOwner(ofContacts, state.Stage, state.Folder, state.Contacts);

        // A kill between the two and the folder leaves databases that are one opening ahead.
        var last = Math.Max(state.Opening, Math.Max(ofMaturity?.Opening ?? 0, ofContacts?.Opening ?? 0) - 1);
        CheckAge(Maturity, ofMaturity, last);
        CheckAge(Contacts, ofContacts, last);

        CheckPages(maturity, () => Schema.MaturityWillChange(Maturity), journal, checkedFirst);
        CheckPages(contacts, () => Schema.ContactsWillChange(Contacts), journal, checkedFirst);
        Schema.Migrate(this, journal);
        maturity.Write(new(MaturityFile, state.Folder, state.Maturity, last + 1));
        contacts.Write(new(ContactsFile, state.Folder, state.Contacts, last + 1));
        (state with { Stage = FolderStage.Complete, Key = Hash.Check, Opening = last + 1 }).Write(Location);
    }

    /// <summary>A schema is never changed over pages that nobody has looked at.</summary>
    private void CheckPages(DatabaseFile database, Func<bool> willChange, FolderJournal journal, long checkedFirst)
    {
        if (database.Megabytes <= checkedFirst || database.Guard(willChange))
        {
            var begun = Stopwatch.GetTimestamp();
            database.CheckPages(journal);
            PagesTook += Stopwatch.GetElapsedTime(begun);
            return;
        }

        HasUncheckedPages = true;
        journal.PagesCheckedLater(database.Path, database.Megabytes);
    }

    internal static void CheckAge(string file, DatabaseMark? mark, long last)
    {
        if ((mark?.Opening ?? 0) < last)
        {
            throw FolderRefusal.Older(file, mark?.Opening ?? 0, last);
        }
    }

    /// <summary>A folder of format 2 says nothing of its databases. A kill while it was taken over may have left marks in them.</summary>
    private FolderState TakenOver(DatabaseMark? maturity, DatabaseMark? contacts)
    {
        CheckTable(Maturity, "responses", ContactsFile);
        CheckTable(Contacts, "contacts", MaturityFile);
        return new(
            FolderStage.Earlier,
            maturity?.Folder ?? contacts?.Folder ?? FolderState.NewId(),
            maturity?.Database ?? FolderState.NewId(),
            contacts?.Database ?? FolderState.NewId(),
            "",
            0
        );
    }

    private static void CheckTable(string file, string table, string other)
    {
        var database = new DatabaseFile(file);
        if (!database.Has(table))
        {
            throw database.Has(table == "contacts" ? "responses" : "contacts")
                ? FolderRefusal.Exchanged(file, other)
                : FolderRefusal.Unmarked(file);
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
            throw FolderRefusal.NotWritable(location, exception);
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
            throw FolderRefusal.NotWritable(location, exception);
        }
        catch (IOException exception)
        {
            throw File.Exists(file) && !_readOnlyOrBroken.Contains(exception.HResult)
                ? FolderRefusal.InUse(location, exception)
                : FolderRefusal.NotWritable(location, exception);
        }
    }

    private static FolderState Begin(string location)
    {
        var state = Path.Combine(location, FolderState.FileName);
        string[] ours = [MaturityFile, ContactsFile, Path.Combine("keys", "entry.key")];
        if (Array.Find(ours, name => File.Exists(Path.Combine(location, name))) is { } beside)
        {
            throw FolderRefusal.StateMissing(state, beside);
        }

        var stranger = Directory
            .EnumerateFileSystemEntries(location)
            .Select(Path.GetFileName)
            .FirstOrDefault(name => name is not (LockFile or FolderState.FileName + ".new"));
        if (stranger is not null)
        {
            throw FolderRefusal.Stranger(location, stranger);
        }

        var begun = FolderState.New();
        begun.Write(location);
        return begun;
    }

    /// <summary>A folder that somebody else made may be open to others; what is written into it is not for them.</summary>
    private static void KeepToOwner(string location)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(location, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
