namespace Dmk.Maturity.Questionnaires;

/// <summary>Tells a file that holds something from a named pipe, a socket or a device, on which reading may wait for ever.</summary>
public static class RegularFile
{
    /// <summary>What is said of a file that <see cref="HoldsNothing"/>.</summary>
    public const string Nothing =
        "The file is empty, or no regular file but a named pipe or a device. Name a file that something is saved in.";

    /// <summary>Whether a file is there and nothing is stored in it, links followed: it is empty, or no regular file. It is not
    /// opened.</summary>
    /// <returns>False for a folder and where nothing is there: opening these says so.</returns>
    public static bool HoldsNothing(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists
                && (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file) is not { Exists: true, Length: > 0 };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether there is a file with something in it.</summary>
    public static bool Exists(string path) => File.Exists(path) && !HoldsNothing(path);
}
