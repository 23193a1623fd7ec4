namespace Dmk.Maturity.Storage;

/// <summary>A backup whose manifest has been read and names exactly what is in it.</summary>
public sealed class BackupFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly BackupArchive _archive;
    private readonly string _file;

    private BackupFile(FileStream stream, BackupArchive archive, BackupManifest manifest, string file) =>
        (_stream, _archive, Manifest, _file) = (stream, archive, manifest, file);

    public BackupManifest Manifest { get; }

    /// <exception cref="DataFolderException">It is no backup, is cut off or damaged, of another format, or holds what no backup
    /// does.</exception>
    public static BackupFile Open(string file)
    {
        var path = Path.GetFullPath(file);
        if (!File.Exists(path))
        {
            throw BackupRefusal.NoFile(path);
        }

        FileStream stream;
        try
        {
#pragma warning disable CA2000 // It lives as long as the backup that is made of it, and is let go below where none is.
            stream = File.OpenRead(path);
#pragma warning restore CA2000
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw BackupRefusal.NotReadable(path, exception);
        }

        try
        {
            var archive = BackupArchive.Read(stream, path);
            return new(stream, archive, ReadManifest(archive, path), path);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Writes its files into a folder that is there, with the folder <c>keys/forms</c>, and empty.</summary>
    /// <returns>What the folder in it says about itself.</returns>
    internal FolderState Unpack(string folder, IProgress<(long Done, long Of)> progress, CancellationToken cancellation)
    {
        var all = Manifest.Parts.Sum(part => part.Bytes);
        if (all > Disk.Free(Path.Combine(folder, FolderState.FileName)))
        {
            throw BackupRefusal.NotRestored(folder, new IOException($"it needs {all >> 20} MB, and less is free"));
        }

        long done = 0;
        foreach (var part in Manifest.Parts)
        {
            using var content = _archive.Content(part.Name);
            using var measured = new MeasuredStream(content, read => progress.Report((done += read, all)), cancellation);
            using var stream = OwnersFile.Create(Path.Combine(folder, part.Name));
            measured.CopyTo(stream);
            if (measured.Sha256() != part.Sha256)
            {
                throw BackupRefusal.Damaged(_file, $"{part.Name} is not what was written");
            }
        }

        try
        {
            return FolderState.Read(folder) is { Stage: FolderStage.Complete } state
                ? state
                : throw BackupRefusal.Damaged(_file, "the folder in it is not complete");
        }
        catch (DataFolderException exception) when (exception.Message.Contains("Use the server version", StringComparison.Ordinal))
        {
            throw BackupRefusal.OfOtherFolderFormat(_file, exception.Message);
        }
    }

    /// <summary>That what was unpacked is what the manifest says, and would be taken by a server.</summary>
    internal void Check(string folder, FolderState state, CancellationToken cancellation)
    {
        if (state.Folder != Manifest.Folder || state.Opening != Manifest.Opening)
        {
            throw BackupRefusal.Damaged(_file, "its manifest is that of another folder");
        }

        FolderCheck.Run(folder, state, cancellation);
        using var maturity = DatabaseFile.Open(Path.Combine(folder, BackupNames.Maturity), Microsoft.Data.Sqlite.SqliteOpenMode.ReadOnly);
        if (!FolderSnapshot.Counted(maturity).SequenceEqual(Manifest.Submissions))
        {
            throw BackupRefusal.Damaged(_file, "it holds another number of submissions than its manifest says");
        }
    }

    private static BackupManifest ReadManifest(BackupArchive archive, string file)
    {
        if (!archive.Names.Contains(BackupManifest.Name))
        {
            throw BackupRefusal.NoBackup(file);
        }

        var text = archive.All(BackupManifest.Name);
        if (BackupManifest.FormatOf(text) is { } format && format != BackupManifest.Known)
        {
            throw BackupRefusal.OtherFormat(file, format);
        }

        var manifest = BackupManifest.Read(text) ?? throw BackupRefusal.Damaged(file, "its manifest cannot be read");
        var parts = manifest.Parts.Select(part => (part.Name, part.Bytes));
        var entries = archive.Names.Where(name => name != BackupManifest.Name).Select(name => (name, archive.Bytes(name)));
        if (!parts.SequenceEqual(entries))
        {
            throw BackupRefusal.Foreign(file, "other files than its manifest names");
        }

        string[] needed = [FolderState.FileName, BackupNames.EntryKey, BackupNames.Contacts, BackupNames.Maturity];
        return Array.Find(needed, name => !archive.Names.Contains(name)) is { } missing
            ? throw BackupRefusal.Damaged(file, $"{missing} is missing in it")
            : manifest;
    }
}
