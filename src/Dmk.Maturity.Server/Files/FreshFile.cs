namespace Dmk.Maturity.Server;

/// <summary>A file for its owner's eyes that is written aside, as FILE.new, and gets its name once it is complete and on the disk. Half a
/// file never stands under the final name.</summary>
internal sealed class FreshFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _stream;
    private bool _stays;

    private FreshFile(string path, FileStream stream) => (_path, _stream) = (path, stream);

    public static string Aside(string path) => path + ".new";

    public Stream Content => _stream;

    /// <exception cref="FaultException">The file is there already or cannot be written.</exception>
    public static FreshFile Create(string path)
    {
        RefuseExisting(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
#pragma warning disable CA2000 // It goes with the file that is returned.
            return new(path, new FileStream(Aside(path), options));
#pragma warning restore CA2000
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new FaultException($"{path} cannot be written: there is no folder {Path.GetDirectoryName(path)}.", exception);
        }
        catch (IOException exception) when (File.Exists(Aside(path)))
        {
            throw new FaultException(
                $"{path} cannot be written: {Aside(path)} is there already, from a command that is at work or was interrupted.",
                exception
            );
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new FaultException($"{path} cannot be written: this user may not write to its folder.", exception);
        }
        catch (IOException exception)
        {
            throw new FaultException($"{path} cannot be written: {exception.Message}", exception);
        }
    }

    /// <exception cref="FaultException">There is something under this name.</exception>
    public static void RefuseExisting(string path)
    {
        if (Path.Exists(path))
        {
            throw new FaultException($"{path} exists already and is not written over.");
        }
    }

    /// <summary>Returns when everything that was written is on the disk.</summary>
    public void Sync() => _stream.Flush(flushToDisk: true);

    /// <summary>From now on FILE.new stays, whatever happens.</summary>
    public void Keep() => _stays = true;

    /// <summary>Gives the file its name.</summary>
    /// <exception cref="IOException">There is something under this name by now, or the folder cannot be written.</exception>
    public void Rename()
    {
        File.Move(Aside(_path), _path);
        _stays = true;

        // Folders cannot be flushed from here; on file systems with a journal a flush of the renamed file takes its new name along.
        Sync();
    }

    public void Dispose()
    {
        try
        {
            _stream.Dispose();
        }
        finally
        {
            if (!_stays)
            {
                File.Delete(Aside(_path));
            }
        }
    }
}
