namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>The files of this repository, found from wherever the tests run.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot(new(AppContext.BaseDirectory));

    public static Classifications Classifications { get; } =
        Classifications.Read(Path.Combine(Root, "questionnaires", "classifications")).OrThrow();

    /// <summary>Every questionnaire that is shipped, by its folder.</summary>
    public static IEnumerable<string> QuestionnaireFiles =>
        Directory
            .EnumerateFiles(Path.Combine(Root, "questionnaires"), "questionnaire.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal);

    /// <summary>Words of the index models that are shipped.</summary>
    public static IReadOnlySet<string> MentionedByIndices { get; } =
        Directory
            .EnumerateFiles(Path.Combine(Root, "questionnaires"), "index.yaml", SearchOption.AllDirectories)
            .SelectMany(path => File.ReadAllText(path).Split([' ', '"', ':', '(', ')', ',', '.', '\n']))
            .ToHashSet(StringComparer.Ordinal);

    private static string FindRoot(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Dmk.Maturity.sln")) ? folder.FullName : FindRoot(folder.Parent!);
}
