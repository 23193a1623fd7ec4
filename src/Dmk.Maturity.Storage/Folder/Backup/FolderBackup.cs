using System.Formats.Tar;
using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Storage;

/// <summary>What has been done of a backup.</summary>
public enum BackupStep
{
    Begun,
    Copied,
    Checked,
    Written,
    Synced,
    Named,
}

/// <summary>Copies a data folder, keys included, into one file, whether a server has it open or not.</summary>
/// <remarks>Made in the folder FILE.new beside it, checked, written through to the disk, and only then given its name. Needs room for the
/// folder twice meanwhile.</remarks>
/// <param name="data">The data folder.</param>
/// <param name="file">The backup; there is none of this name yet.</param>
/// <param name="program">The version of this program.</param>
public sealed class FolderBackup(string data, string file, string program)
{
    private readonly string _location = Path.GetFullPath(data);
    private readonly string _file = Path.GetFullPath(file);

    /// <summary>Called after each step; tests interrupt here.</summary>
    public Action<BackupStep> Reached { get; init; } = _ => { };

    private string Aside => _file + ".new";

    private string Tar => Path.Combine(Aside, "backup");

    /// <param name="progress">Bytes.</param>
    /// <exception cref="DataFolderException">Nothing was written.</exception>
    public BackupManifest Write(DateTimeOffset at, IProgress<(long Done, long Of)> progress, CancellationToken cancellation)
    {
        Begin();
        try
        {
            // What the folder says first: its databases may be an opening ahead of it, and are never behind.
            var state = FolderState.Read(_location);
            if (state is not { Stage: FolderStage.Complete })
            {
                throw BackupRefusal.NotComplete(_location);
            }

            ReadKeys(state);
            Reached(BackupStep.Begun);
            var counted = CopyDatabases(progress, cancellation);
            Reached(BackupStep.Copied);
            FolderCheck.Run(Aside, state, cancellation);
            Reached(BackupStep.Checked);
            var manifest = Pack(state, counted, at, progress, cancellation);
            File.Move(Tar, _file);
            NativeMethods.Flush(Path.GetDirectoryName(_file)!);
            Reached(BackupStep.Named);
            return manifest;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw BackupRefusal.NotWritten(_file, exception);
        }
        finally
        {
            OwnersFile.DeleteFolder(Aside);
        }
    }

    private void Begin()
    {
        if (!Directory.Exists(_location))
        {
            throw BackupRefusal.NoFolder(_location);
        }

        if (_file.StartsWith(_location + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw BackupRefusal.InTheFolder(_file, _location);
        }

        if (Path.Exists(_file))
        {
            throw BackupRefusal.Exists(_file);
        }

        if (Path.Exists(Aside))
        {
            throw BackupRefusal.InTheWay(Aside);
        }

        if (!Directory.Exists(Path.GetDirectoryName(_file)))
        {
            throw BackupRefusal.NoPlace(_file);
        }

        try
        {
            OwnersFile.CreateFolder(Aside);
            OwnersFile.CreateFolder(Path.Combine(Aside, BackupNames.Forms));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw BackupRefusal.NotWritten(_file, exception);
        }
    }

    private void ReadKeys(FolderState state)
    {
        OwnersFile.Write(Path.Combine(Aside, FolderState.FileName), state.ToBytes());
        var key = KeyedHash.Bytes(_location);
        if (KeyedHash.Of(key, KeyedHash.FileOf(_location)).Check != state.Key)
        {
            throw FolderRefusal.KeyWrong(KeyedHash.FileOf(_location));
        }

        OwnersFile.Write(Path.Combine(Aside, BackupNames.EntryKey), key);
        var demonstration = Path.Combine(_location, BackupNames.Demonstration);
        if (File.Exists(demonstration))
        {
            OwnersFile.Write(Path.Combine(Aside, BackupNames.Demonstration), File.ReadAllBytes(demonstration));
        }

        var forms = Path.Combine(_location, BackupNames.Forms);
        foreach (var form in Directory.Exists(forms) ? Directory.EnumerateFiles(forms, "*.xml") : [])
        {
            var name = $"{BackupNames.Forms}/{Path.GetFileName(form)}";
            if (BackupNames.IsFormKey(name) && new FileInfo(form).Length <= BackupNames.MostBytes(name))
            {
                OwnersFile.Write(Path.Combine(Aside, name), File.ReadAllBytes(form));
            }
        }
    }

    private IReadOnlyList<BackedUpSubmissions> CopyDatabases(IProgress<(long Done, long Of)> progress, CancellationToken cancellation)
    {
        using var snapshot = FolderSnapshot.Of(_location);
        Copy(snapshot.Contacts, BackupNames.Contacts, new Progress(_ => { }));
        Copy(snapshot.Maturity, BackupNames.Maturity, progress);
        return FolderSnapshot.Counted(snapshot.Maturity);

        void Copy(SqliteConnection source, string name, IProgress<(long Done, long Of)> told)
        {
            var copy = Path.Combine(Aside, name);
            OwnersFile.Create(copy).Dispose();
            FolderSnapshot.Copy(source, copy, (done, of) => told.Report((done, 2 * of)), cancellation);
        }
    }

    private BackupManifest Pack(
        FolderState state,
        IReadOnlyList<BackedUpSubmissions> counted,
        DateTimeOffset at,
        IProgress<(long Done, long Of)> progress,
        CancellationToken cancellation
    )
    {
        string[] names =
        [
            FolderState.FileName,
            BackupNames.EntryKey,
            .. File.Exists(Path.Combine(Aside, BackupNames.Demonstration)) ? [BackupNames.Demonstration] : Array.Empty<string>(),
            .. Directory
                .EnumerateFiles(Path.Combine(Aside, BackupNames.Forms))
                .Select(form => $"{BackupNames.Forms}/{Path.GetFileName(form)}")
                .Order(StringComparer.Ordinal),
            BackupNames.Contacts,
            BackupNames.Maturity,
        ];
        using var stream = OwnersFile.Create(Tar);
        BackupManifest manifest;
        using (var tar = new TarWriter(stream, TarEntryFormat.Gnu, leaveOpen: true))
        {
            var all = names.Sum(name => new FileInfo(Path.Combine(Aside, name)).Length);
            long done = 0;
            manifest = new()
            {
                Format = BackupManifest.Known,
                Program = program,
                MadeAt = at,
                Folder = state.Folder,
                Opening = state.Opening,
                Submissions = counted,
                Parts =
                [
                    .. names.Select(name => Pack(tar, name, at, read => progress.Report((all + (done += read), 2 * all)), cancellation)),
                ],
            };
            tar.WriteEntry(Entry(BackupManifest.Name, at, new MemoryStream(manifest.Write())));
        }

        Reached(BackupStep.Written);
        cancellation.ThrowIfCancellationRequested();
        stream.Flush(flushToDisk: true);
        Reached(BackupStep.Synced);
        return manifest;
    }

    private BackupPart Pack(TarWriter tar, string name, DateTimeOffset at, Action<int> moved, CancellationToken cancellation)
    {
        using var content = File.OpenRead(Path.Combine(Aside, name));
        using var measured = new MeasuredStream(content, moved, cancellation);
        tar.WriteEntry(Entry(name, at, measured));
        return new(name, content.Length, measured.Sha256());
    }

    private static GnuTarEntry Entry(string name, DateTimeOffset at, Stream content) =>
        new(TarEntryType.RegularFile, name)
        {
            Mode = FileModes.Owner,
            ModificationTime = at,
            DataStream = content,
        };

    private sealed class Progress(Action<(long Done, long Of)> told) : IProgress<(long Done, long Of)>
    {
        public void Report((long Done, long Of) value) => told(value);
    }
}
