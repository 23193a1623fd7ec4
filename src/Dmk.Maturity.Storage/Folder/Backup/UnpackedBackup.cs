namespace Dmk.Maturity.Storage;

/// <summary>A backup as a folder beside it, to be looked through; it goes afterwards.</summary>
public sealed class UnpackedBackup : IDisposable
{
    private UnpackedBackup(string location) => Location = location;

    public string Location { get; }

    /// <exception cref="DataFolderException">It is no backup, is cut off or damaged, of another format, or holds what no backup
    /// does.</exception>
    public static UnpackedBackup Of(string file, IProgress<(long Done, long Of)> progress, CancellationToken cancellation)
    {
        using var backup = BackupFile.Open(file);
        var aside = Path.GetFullPath(file) + ".verify";
        if (Path.Exists(aside))
        {
            throw BackupRefusal.InTheWay(aside);
        }

        try
        {
            OwnersFile.CreateFolder(aside);
            OwnersFile.CreateFolder(Path.Combine(aside, BackupNames.Forms));
            backup.Check(aside, backup.Unpack(aside, progress, cancellation), cancellation);
            return new(aside);
        }
        catch (Exception exception)
        {
            OwnersFile.DeleteFolder(aside);
            throw exception is IOException or UnauthorizedAccessException ? BackupRefusal.NotUnpacked(aside, exception) : exception;
        }
    }

    public void Dispose() => OwnersFile.DeleteFolder(Location);
}
