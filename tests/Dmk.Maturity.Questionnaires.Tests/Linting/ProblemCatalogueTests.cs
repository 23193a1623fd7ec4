using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>The catalogue of problem codes, against the sources that report them and the files that show them.</summary>
public partial class ProblemCatalogueTests
{
    /// <summary>Shown elsewhere than in a small questionnaire: broken, missing or huge files, and tables of classifications.</summary>
    private static readonly string[] _elsewhere =
    [
        "file-unreadable",
        "file-too-large",
        "not-utf8",
        "read-as-windows-1252",
        "too-many",
        "more-problems",
        "unknown-parent",
        "wrong-level",
        "lost-zero",
        "wrong-columns",
        "table-syntax",
    ];

    [Fact]
    public void Every_code_that_is_reported_is_explained_and_every_one_explained_is_reported()
    {
        var reported = Reported("Dmk.Maturity.Questionnaires")
            .Concat(Reported("Dmk.Maturity.Indices"))
            .Concat(Reported("Dmk.Maturity.Studies"))
            .Append("not-checked")
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(reported.Except(ProblemCatalogue.All.Select(one => one.Code)));
        Assert.Empty(ProblemCatalogue.All.Select(one => one.Code).Except(reported));
    }

    [Fact]
    public void Every_code_about_questionnaires_has_a_file_that_shows_it()
    {
        var shown = DefinitionFiles
            .Defects.SelectMany(DefinitionFiles.Expected)
            .Select(line => line.Split(' ')[0])
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Reported("Dmk.Maturity.Questionnaires").Except(shown).Except(_elsewhere));
        Assert.Empty(shown.Intersect(_elsewhere));
    }

    [Fact]
    public void A_defect_is_as_bad_as_the_catalogue_says()
    {
        foreach (var line in DefinitionFiles.Defects.SelectMany(DefinitionFiles.Expected))
        {
            var severity = line.EndsWith(" warning", StringComparison.Ordinal) ? Severity.Warning : Severity.Error;
            Assert.Contains(severity, ProblemCatalogue.Find(line.Split(' ')[0])!.Severities);
        }
    }

    [Fact]
    public void An_explanation_is_whole_sentences()
    {
        Assert.All(ProblemCatalogue.All, one => Assert.EndsWith(".", one.Meaning, StringComparison.Ordinal));
        Assert.All(ProblemCatalogue.All, one => Assert.EndsWith(".", one.Remedy, StringComparison.Ordinal));
        Assert.Equal(ProblemCatalogue.All.Count, ProblemCatalogue.All.Select(one => one.Code).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_page_of_problems_is_the_catalogue() => Golden.Check("docs/authors/problems.md", Page());

    private static string Page()
    {
        var cases = DefinitionFiles
            .Defects.SelectMany(DefinitionFiles.Expected)
            .CountBy(line => line.Split(' ')[0], StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        var page = new StringBuilder(
            "# Problems\n\nWhat `questionnaire check` reports: file, line, column, severity, code, and what to "
                + "do. An error forbids publication, a warning does not.\n"
        );
        page.Append(
            "This page is made of the catalogue that `questionnaire explain CODE` shows. Codes are stable. The number behind a "
                + "code counts the small broken\n"
        );
        page.Append("questionnaires in [tests/definitions/defects](../../tests/definitions/defects) that show it.\n");
        foreach (var area in ProblemCatalogue.All.GroupBy(one => one.Area))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {char.ToUpperInvariant(area.Key[0])}{area.Key[1..]}\n");
            foreach (var one in area)
            {
                var severities = string.Join(" or ", one.Severities.Select(severity => severity == Severity.Error ? "error" : "warning"));
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"\n### "
                        + $"{one.Code}\n\n{(cases.TryGetValue(one.Code, out var count) ? $"{severities}, {count}" : severities)}. "
                        + $"{one.Meaning} {one.Remedy}\n"
                );
                page.Append(one.Example is { } example ? $"\n```\n{example}\n```\n" : "");
            }
        }

        return page.ToString();
    }

    /// <summary>Codes in the sources: a word in kebab case, or one of the single words, as an argument of what reports.</summary>
    private static IEnumerable<string> Reported(string room) =>
        Directory
            .EnumerateFiles(Path.Combine(RepositoryFiles.Root, "src", room), "*.cs", SearchOption.AllDirectories)
            .Where(path =>
                !path.Contains($"{Path.DirectorySeparatorChar}Versions{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !path.Contains($"{Path.DirectorySeparatorChar}Schema{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            )
            .SelectMany(path => Code().Matches(File.ReadAllText(path)).Select(match => match.Groups[1].Value))
            .Distinct(StringComparer.Ordinal);

    [GeneratedRegex(
        "\"([a-z]+(?:-[a-z0-9]+)+|alias|cycle|tag|untranslated)\",\\s*"
            + "(?:\\$?\"|string\\.Create|near|last|what|exponent|key|[a-z]+\\s+(?:==|is|\\?))"
    )]
    private static partial Regex Code();
}
