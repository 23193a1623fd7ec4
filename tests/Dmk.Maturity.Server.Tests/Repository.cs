namespace Dmk.Maturity.Server.Tests;

/// <summary>Where the repository's files are.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Questionnaires { get; } = Path.Combine(Root, "questionnaires");

    /// <summary>The server's program as it was built along with these tests.</summary>
    public static string Program { get; } =
        Path.Combine(
            Root,
            "artifacts",
            "bin",
            "Dmk.Maturity.Server",
            new DirectoryInfo(AppContext.BaseDirectory).Name,
            "Dmk.Maturity.Server.dll"
        );

    private static string Above(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dmk.Maturity.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The repository's root is not above the tests.");
    }
}
