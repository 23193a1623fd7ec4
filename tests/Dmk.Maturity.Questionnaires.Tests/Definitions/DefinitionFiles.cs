namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>The small questionnaires under tests/definitions: one defect or one feature each.</summary>
internal static class DefinitionFiles
{
    public static IReadOnlyList<string> Defects { get; } = In("defects");

    public static IReadOnlyList<string> Features { get; } = In("features");

    public static string PathOf(string file) => Path.Combine(RepositoryFiles.Root, "tests", "definitions", file);

    public static string Text(string file) => File.ReadAllText(PathOf(file));

    public static Parsed<Questionnaire> Read(string file) => Linter.Parse(Text(file), file, RepositoryFiles.Classifications);

    /// <summary>What the first lines of a file with a defect expect, as in <c># expect: type-clash 14:22 error</c>.</summary>
    public static IReadOnlyList<string> Expected(string file) =>
        [
            .. File.ReadLines(PathOf(file))
                .TakeWhile(line => line.StartsWith("# expect: ", StringComparison.Ordinal))
                .Select(line => line["# expect: ".Length..]),
        ];

    public static string Written(Problem problem) =>
        $"{problem.Code} {problem.Place.Line}:{problem.Place.Column} {(problem.Severity == Severity.Error ? "error" : "warning")}";

    private static List<string> In(string folder) =>
        [
            .. Directory
                .EnumerateFiles(PathOf(folder), "*.yaml")
                .Select(path => $"{folder}/{Path.GetFileName(path)}")
                .Order(StringComparer.Ordinal),
        ];
}
