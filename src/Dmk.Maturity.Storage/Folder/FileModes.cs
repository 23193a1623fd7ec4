namespace Dmk.Maturity.Storage;

/// <summary>Who may use the files of a data folder: their owner, nobody else, so that a copy is not open to others either. Windows has no
/// such modes.</summary>
internal static class FileModes
{
    public const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <exception cref="DataFolderException">Its owner may not read or write it, which somebody meant, or it is not ours.</exception>
    public static void KeepToOwner(string file)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        CheckReadable(file);
        if (!File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserWrite))
        {
            throw FolderRefusal.FileNotWritable(file);
        }

        Mend(file);
    }

    /// <summary>The superuser could read it all the same; what its mode says is meant for him, too.</summary>
    public static void CheckReadable(string file)
    {
        if (!OperatingSystem.IsWindows() && !File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserRead))
        {
            throw FolderRefusal.NotReadable(file);
        }
    }

    /// <summary>SQLite gives a file beside a database the mode that the database had, and leaves it so.</summary>
    public static void Mend(string file)
    {
        if (OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == Owner)
        {
            return;
        }

        try
        {
            File.SetUnixFileMode(file, Owner);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw FolderRefusal.FileNotWritable(file, exception);
        }
    }
}
