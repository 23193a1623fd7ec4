namespace Dmk.Maturity.Storage;

/// <summary>The disk of a data folder.</summary>
internal static class Disk
{
    /// <returns>Bytes that this user may still use; the largest number where the system does not say.</returns>
    public static long Free(string path)
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(path) ?? path).AvailableFreeSpace;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return long.MaxValue;
        }
    }
}
