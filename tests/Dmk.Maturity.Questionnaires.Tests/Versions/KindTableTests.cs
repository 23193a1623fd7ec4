namespace Dmk.Maturity.Questionnaires.Tests;

public class KindTableTests
{
    private static readonly string _document = Path.Combine(RepositoryFiles.Root, "docs", "versions.md");

    /// <summary>With UPDATE_GOLDEN=1 in the environment the table is written anew.</summary>
    [Fact]
    public void The_documented_table_of_changes_is_the_one_that_is_applied()
    {
        var head = File.ReadAllText(_document).ReplaceLineEndings("\n");
        head = head[..(head.IndexOf("|---|", StringComparison.Ordinal) + "|---|---|---|---|---|\n".Length)];
        var table = string.Concat(
            ChangeKind.All.Select(kind =>
                $"| `{kind.Code}` | {Word(kind.Drafts)} | {Word(kind.Series)} | {Word(kind.Step)} | {kind.Consequence} |\n"
            )
        );
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(_document, head + table);
        }

        Assert.Equal(head + table, File.ReadAllText(_document).ReplaceLineEndings("\n"));
    }

    private static string Word(DraftVerdict verdict) => verdict == DraftVerdict.CarryOn ? "carry on" : "stay";

    private static string Word(SeriesVerdict verdict) =>
        verdict switch
        {
            SeriesVerdict.Comparable => "comparable",
            SeriesVerdict.Shifted => "slightly shifted",
            _ => "break",
        };

    private static string Word(VersionStep step) =>
        step switch
        {
            VersionStep.Patch => "patch",
            VersionStep.Minor => "minor",
            _ => "major",
        };
}
