using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Dmk.Maturity.Storage;

/// <summary>What .NET does not do with files: folders written through to the disk (without it a rename may be undone by a power cut), a
/// file read that another process holds, two folders exchanged.</summary>
internal static class NativeMethods
{
    /// <summary>Does nothing where the system does not know it (Windows), or the file system refuses.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = open(Encoding.UTF8.GetBytes(folder + "\0"), 0);
        if (handle >= 0)
        {
            _ = fsync(handle);
            _ = close(handle);
        }
    }

    /// <summary>Reads a file that another process has opened for itself alone. Windows does not allow it.</summary>
    public static FileStream OpenHeld(string file)
    {
        if (OperatingSystem.IsWindows())
        {
            return new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }

        var handle = open(Encoding.UTF8.GetBytes(file + "\0"), 0);
#pragma warning disable CA2000 // The stream owns it.
        return handle >= 0
            ? new(new SafeFileHandle(handle, ownsHandle: true), FileAccess.Read)
            : throw new IOException($"{file} cannot be opened.");
#pragma warning restore CA2000
    }

    /// <summary>Exchanges the names of two folders in one step.</summary>
    /// <returns>False where the system or the file system cannot; nothing has changed then.</returns>
    public static bool Exchange(string one, string other)
    {
        const int Here = -100;
        const uint Exchanged = 2;
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            return renameat2(Here, Encoding.UTF8.GetBytes(one + "\0"), Here, Encoding.UTF8.GetBytes(other + "\0"), Exchanged) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

#pragma warning disable IDE1006 // Names of the system.
    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open(byte[] path, int flags);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fsync(int handle);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int close(int handle);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int renameat2(int oldFolder, byte[] oldPath, int newFolder, byte[] newPath, uint flags);
#pragma warning restore IDE1006
}
