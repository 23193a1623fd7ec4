using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Storage;

/// <summary>Why a data folder is not used: each reason in a sentence of its own, with what to do.</summary>
internal static class FolderRefusal
{
    private const string RestoreAll = "or restore the whole folder from a backup.";

    private const int LongestShown = 60;

    /// <summary>Less than this is no room: SQLite says "disk I/O error" where a file beside the database cannot grow.</summary>
    private const long NoRoomInBytes = 1 << 20;

    public static DataFolderException InUse(string location, Exception cause) =>
        new($"The data folder {location} is in use by another server. Stop that one, or give this one its own folder with --data.", cause)
        {
            IsInUse = true,
        };

    public static DataFolderException NotWritable(string location, Exception cause) =>
        IsFull(cause)
            ? Full(location, cause)
            : new(
                $"The data folder {location} cannot be written to: {cause.Message} Give this server's user the right to write there, "
                    + "or choose another folder with --data.",
                cause
            );

    public static DataFolderException Full(string location, Exception cause) =>
        new($"The disk of {location} is full. Nothing is damaged: make room, and start again.", cause);

    public static DataFolderException OtherFormat(string location, string found) =>
        new(
            $"The data folder {location} says \"{Shown(found)}\" in its file {FolderState.FileName}; this server reads "
                + $"\"{DataFolder.Format}\". Use the server version that wrote it, or another folder."
        );

    /// <summary>As much of what a stranger's file says as a sentence bears.</summary>
    private static string Shown(string found)
    {
        var visible = string.Concat(found.Where(letter => !char.IsControl(letter) && letter != '\ufffd'));
        return visible.Length <= LongestShown ? visible : visible[..LongestShown] + "...";
    }

    public static DataFolderException DamagedState(string file) =>
        new($"The file {file} is damaged, so what belongs to this data folder is not known. Put it back from a backup, {RestoreAll}");

    public static DataFolderException StateMissing(string file, string beside) =>
        new($"The file {file} is missing, though {beside} is there. Put it back from a backup, {RestoreAll}");

    public static DataFolderException Stranger(string location, string found) =>
        new(
            $"{location} is not empty and has no file {FolderState.FileName}, so it is not a data folder of this server (found {found}). "
                + "Choose an empty or a new folder."
        );

    public static DataFolderException Missing(string file) =>
        new($"The database {file} is missing, and nothing is created in its place. Put it back, {RestoreAll}");

    public static DataFolderException Empty(string file) =>
        new($"The database {file} is empty (0 bytes), and nothing is created in its place. Put it back, {RestoreAll}");

    public static DataFolderException NotADatabase(string file) =>
        new($"The file {file} is not a database: something else has been written over it. Put it back, {RestoreAll}");

    public static DataFolderException Damaged(string file, string found, Exception? cause = null) =>
        new($"The database {file} is damaged ({found}). Keep a copy of it, and restore the whole folder from a backup.", cause!);

    public static DataFolderException Exchanged(string file, string role) =>
        new($"The file {file} is a {role}: the two databases have been exchanged. Put each in its own place, {RestoreAll}");

    public static DataFolderException OfAnotherFolder(string file) =>
        new($"The database {file} belongs to another data folder. Put this folder's own one back, {RestoreAll}");

    public static DataFolderException Unmarked(string file) =>
        new($"The database {file} does not say that it belongs to this data folder. Put this folder's own one back, {RestoreAll}");

    public static DataFolderException Older(string file, long found, long expected) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The database {file} is older than its data folder (opening {found}, the folder's is {expected}): what was stored "
            ) + $"since is not in it. Put the newest one back, {RestoreAll}"
        );

    public static DataFolderException KeyMissing(string file) =>
        new(
            $"The key file {file} is missing, and without it no access code of this folder can be recognised. Restore it from where keys "
                + "are kept."
        );

    public static DataFolderException KeyWrong(string file) =>
        new(
            $"The key file {file} holds another key than the one this data folder was made with; no access code would be recognised. "
                + "Restore the right one from where keys are kept."
        );

    public static DataFolderException KeyOpenToOthers(string file) =>
        new($"Others than its owner may use the key file {file}. Run: chmod 600 {file}");

    public static DataFolderException NotReadable(string file, Exception? cause = null) =>
        new(
            $"The file {file} cannot be read by this server's user. Nothing is damaged: run chmod 600 {file}, or give it its owner back.",
            cause!
        );

    public static DataFolderException FileNotWritable(string file, Exception? cause = null) =>
        new(
            $"The file {file} cannot be written by this server's user. Nothing is damaged: run chmod 600 {file}, or give it its owner "
                + "back.",
            cause!
        );

    /// <summary>By SQLite's primary result code (sqlite.org/rescode.html), and by whether there is room.</summary>
    /// <param name="free">Bytes on the disk that this user may still use.</param>
    public static DataFolderException Of(string file, SqliteException failure, long free) =>
        failure.SqliteErrorCode switch
        {
            13 => Full(file, failure),
            8 or 10 or 14 when free < NoRoomInBytes => Full(file, failure),
            5 or 6 => new(
                $"The database {file} is in use by another program, which holds a lock on it. Nothing is damaged: end that program, and "
                    + "start again.",
                failure
            ),
            8 => FileNotWritable(file, failure),
            14 => new(
                $"The database {file} cannot be opened: {failure.Message} It need not be damaged: look at the rights of this server's user "
                    + "on it, on its folder and on the files beside it.",
                failure
            ),
            10 => new(
                $"The disk does not read or write the database {file}: {failure.Message} Look at the disk and its log before anything "
                    + "else; the database need not be damaged.",
                failure
            ),
            26 => NotADatabase(file),
            11 => Damaged(file, failure.Message, failure),
            _ => new(
                $"The database {file} cannot be used: {failure.Message} This need not mean that it is damaged; report it if you do not "
                    + "know the reason.",
                failure
            ),
        };

    /// <summary>ENOSPC and EDQUOT, or what Windows says instead.</summary>
    private static bool IsFull(Exception cause) => cause is IOException && cause.HResult is 28 or 122 or unchecked((int)0x80070070);
}
