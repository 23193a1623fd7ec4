using System.Text.RegularExpressions;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>The reference for authors, against the files that it shows and the shapes of a questionnaire file.</summary>
public sealed partial class ReferencePageTests
{
    private static readonly string _folder = Path.Combine(RepositoryFiles.Root, "docs", "authors");

    public static TheoryData<string> Pages { get; } = [.. Directory.EnumerateFiles(_folder, "*.md").Select(path => Path.GetFileName(path))];

    private static string Reference { get; } = Read("reference.md");

    [Fact]
    public void Every_feature_is_linked_exactly_once()
    {
        var linked = FeatureLink().Matches(Reference).Select(match => $"features/{match.Groups[1].Value}");

        Assert.Equal(DefinitionFiles.Features, linked.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_of_a_page_leads_to_a_file(string page) =>
        Assert.DoesNotContain(
            Link()
                .Matches(Read(page))
                .Select(match => match.Groups[1].Value)
                .Where(target => target.Length > 0 && !target.StartsWith("https://", StringComparison.Ordinal)),
            target => !Path.Exists(Path.Combine(_folder, target))
        );

    [Fact]
    public void What_an_example_shows_stands_in_its_file()
    {
        var examples = Example().Matches(Reference);

        Assert.True(examples.Count > 50, $"{examples.Count}");
        Assert.All(examples, example => Assert.Empty(NotIn(example.Groups[1].Value, example.Groups[2].Value)));
    }

    [Fact]
    public void A_changed_example_is_noticed() =>
        Assert.Equal(["- { id: other }"], NotIn("type-note.yaml", "- { id: other }\n- { id: hint, type: note"));

    [Fact]
    public void Every_key_of_the_shape_is_named() =>
        Assert.DoesNotContain(Keys(QuestionnaireShape.Root).Distinct(StringComparer.Ordinal), key => !IsNamed(key));

    [Fact]
    public void Every_type_has_a_heading() =>
        Assert.DoesNotContain(QuestionTypes.All, type => !Regex.IsMatch(Reference, $"^##.*`{type}`$", RegexOptions.Multiline));

    [Fact]
    public void Every_unit_and_every_reason_is_named() =>
        Assert.DoesNotContain(Units.Words.Concat(ShapeWords.Reasons), word => !IsNamed(word));

    [Fact]
    public void Every_function_is_described_and_no_other()
    {
        var described = Described()
            .Matches(Read("expressions.md"))
            .Select(match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal(Functions.Names.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_limits_are_those_of_the_reader()
    {
        var limits = Reference[Reference.IndexOf("## Limits", StringComparison.Ordinal)..].Replace(",", "", StringComparison.Ordinal);
        int[] bounds =
        [
            YamlFile.MaximumLength,
            YamlFile.MaximumDepth,
            QuestionnaireReader.MaximumSize,
            CodeLists.MostOptions,
            RowReader.MostRows,
            NumberBound.MostDigits,
            ExpressionWords.MaximumLength,
            ExpressionWords.MaximumNesting,
            (int)ExpressionCost.Most,
            ComputedChain.Most,
        ];

        Assert.All(bounds, bound => Assert.Matches($@"\b{bound}\b", limits));
    }

    private static bool IsNamed(string word) => Reference.Contains($"`{word}`", StringComparison.Ordinal);

    private static string Read(string page) => File.ReadAllText(Path.Combine(_folder, page)).ReplaceLineEndings("\n");

    private static IEnumerable<string> NotIn(string file, string shown)
    {
        var text = DefinitionFiles.Text($"features/{file}");
        return shown.Split('\n').Select(line => line.Trim()).Where(line => !text.Contains(line, StringComparison.Ordinal));
    }

    /// <summary>Of everything that can stand in a file; a roster's questions are those of sections.</summary>
    private static IEnumerable<string> Keys(Shape shape) =>
        shape switch
        {
            Shape.Mapping mapping => mapping.Fields.SelectMany(field => Keys(field.Shape).Prepend(field.Key)),
            Shape.Kinds kinds => kinds.ByWord.Values.SelectMany(Keys),
            Shape.Marked marked => Keys(marked.With).Concat(Keys(marked.Without)),
            Shape.Either either => either.Shapes.SelectMany(Keys),
            Shape.Many many => Keys(many.Item),
            Shape.Named named => Keys(named.Value),
            _ => [],
        };

    [GeneratedRegex(@"\(\.\./\.\./tests/definitions/features/([a-z0-9_-]+\.yaml)\)")]
    private static partial Regex FeatureLink();

    [GeneratedRegex(@"\]\(([^)#]*)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"features/([a-z0-9_-]+\.yaml)\)\n\n```yaml\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"(?<=^\| .*)`([a-z_]+)\([^`]*`(?=[^|]*\|.*\|.*\|.*\|$)", RegexOptions.Multiline)]
    private static partial Regex Described();
}
