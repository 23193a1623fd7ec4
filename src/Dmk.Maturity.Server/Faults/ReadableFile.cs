using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary>A file that a person named, opened for reading.</summary>
internal static class ReadableFile
{
    /// <exception cref="FaultException">It is not there, is a folder, is empty or a named pipe, or this user may not read it.</exception>
    public static Stream Open(string path)
    {
        Check(path);
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new FaultException(Why(path, exception), exception);
        }
    }

    /// <exception cref="FaultException">It is empty, or a named pipe or a device, on which reading may wait for ever.</exception>
    public static void Check(string path)
    {
        if (RegularFile.HoldsNothing(path))
        {
            throw new FaultException($"{path}: {RegularFile.Nothing}");
        }
    }

    /// <summary>In one sentence.</summary>
    public static string Why(string path, Exception exception) =>
        Directory.Exists(path) ? $"{path} is a folder: name a file in it."
        : exception is FileNotFoundException or DirectoryNotFoundException ? $"There is no file {path}."
        : exception is UnauthorizedAccessException ? $"{path} cannot be read: this user may not."
        : $"{path} cannot be read: {exception.Message.ReplaceLineEndings(" ")}";
}
