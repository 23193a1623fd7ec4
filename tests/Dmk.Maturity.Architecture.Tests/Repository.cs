namespace Dmk.Maturity.Architecture.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Names of the projects under src, without the common prefix.</summary>
    public static IReadOnlyList<string> Rooms { get; } =
    [
        .. Directory
            .GetDirectories(Path.Combine(Root, "src"))
            .Select(folder => Path.GetFileName(folder)["Dmk.Maturity.".Length..])
            .Order(StringComparer.Ordinal),
    ];

    private static string Find(DirectoryInfo? folder) =>
        folder switch
        {
            null => throw new InvalidOperationException("No folder above the tests holds Dmk.Maturity.sln."),
            _ when File.Exists(Path.Combine(folder.FullName, "Dmk.Maturity.sln")) => folder.FullName,
            _ => Find(folder.Parent),
        };
}
