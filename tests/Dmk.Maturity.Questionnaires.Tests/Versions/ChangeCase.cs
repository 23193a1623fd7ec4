namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>One line of <c>changes.cases</c>: an edit of <c>before.yaml</c> and what is said about it.</summary>
internal sealed record ChangeCase(string Find, string Put, IReadOnlyList<string> Changes, string Verdict)
{
    private static readonly string _folder = Path.Combine(RepositoryFiles.Root, "tests", "Dmk.Maturity.Questionnaires.Tests", "Versions");

    public static string BeforeYaml { get; } = File.ReadAllText(Path.Combine(_folder, "before.yaml"));

    public static Questionnaire Before { get; } = Questionnaire.Parse(BeforeYaml, "before.yaml", RepositoryFiles.Classifications).OrThrow();

    public static IReadOnlyList<string> Lines { get; } =
    [.. File.ReadLines(Path.Combine(_folder, "changes.cases")).Where(line => line.Length > 0 && line[0] != '#')];

    public static ChangeCase Parse(string line)
    {
        var bars = line.Split(" | ");
        var edit = bars[0].Split(" => ");
        return new(
            Unescaped(edit[0]),
            Unescaped(edit[1]),
            bars[1].Split("; ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            bars[2]
        );
    }

    /// <summary>The text after the edit, or null where what is to be replaced does not stand there exactly once (another edit took
    /// it).</summary>
    public string? ApplyTo(string yaml) =>
        yaml.IndexOf(Find, StringComparison.Ordinal) is var at and >= 0 && yaml.IndexOf(Find, at + 1, StringComparison.Ordinal) < 0
            ? string.Concat(yaml.AsSpan(0, at), Indentation(Find, Put), yaml.AsSpan(at + Find.Length))
            : null;

    private static string Unescaped(string text) => text.Replace("\\n", "\n", StringComparison.Ordinal);

    /// <summary>The spaces before a list item need not be written again behind the arrow.</summary>
    private static string Indentation(string find, string put) =>
        put.Length > 0 && put[0] == '-' ? new string(' ', find.Length - find.TrimStart(' ').Length) + put : put;
}
