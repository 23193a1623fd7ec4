namespace Dmk.Maturity.Storage;

/// <summary>Files and folders for their owner's eyes.</summary>
internal static class OwnersFile
{
    /// <summary>There must be none of this name.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = FileModes.Owner;
        }

        return new(path, options);
    }

    public static void Write(string path, byte[] content)
    {
        using var stream = Create(path);
        stream.Write(content);
    }

    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Whatever is in it.</summary>
    public static void DeleteFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
