namespace Dmk.Maturity.Trials;

/// <summary>Where a trial works: a temporary folder, and the program beside these.</summary>
internal sealed class Place : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dmk-trial-");

    /// <summary>Of the repository.</summary>
    public static string Root { get; } = Above(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The server as it was built along with the trials.</summary>
    public static string Program { get; } =
        Path.Combine(
            Root,
            "artifacts",
            "bin",
            "Dmk.Maturity.Server",
            new DirectoryInfo(AppContext.BaseDirectory).Name,
            "Dmk.Maturity.Server.dll"
        );

    public string Of(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Above(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dmk.Maturity.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The repository is not above the trials.");
    }
}
