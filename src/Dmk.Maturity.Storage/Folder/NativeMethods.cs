using System.Runtime.InteropServices;
using System.Text;

namespace Dmk.Maturity.Storage;

/// <summary>Writes a folder through to the disk, which .NET does for files only: without it a rename may be undone by a power
/// cut.</summary>
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
#pragma warning restore IDE1006
}
