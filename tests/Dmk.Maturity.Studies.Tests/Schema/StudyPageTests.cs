using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>The page on studies, against the keys of a study file and what reads it.</summary>
public class StudyPageTests
{
    private static string Page { get; } =
        File.ReadAllText(Path.Combine(Repository.Questionnaires, "..", "docs", "studies.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Every_key_of_a_study_stands_in_the_page() =>
        Assert.DoesNotContain(
            Keys(StudyShape.Root),
            key => !Page.Contains($"`{key}`", StringComparison.Ordinal) && !Page.Contains($"{key}:", StringComparison.Ordinal)
        );

    [Fact]
    public void The_whole_file_of_the_page_has_no_mistake()
    {
        var yaml = Page.Split("## The whole file\n\n```yaml\n")[1].Split("```")[0];

        Assert.Empty(StudyDesign.Parse(yaml, "studies.md", Repository.Classifications).Problems);
    }

    private static IEnumerable<string> Keys(Shape shape) =>
        shape switch
        {
            Shape.Mapping mapping => mapping
                .Fields.SelectMany(field => Keys(field.Shape).Prepend(field.Key))
                .Concat(mapping.Others is { } others ? Keys(others) : []),
            Shape.Marked marked => Keys(marked.With).Concat(Keys(marked.Without)),
            Shape.Either either => either.Shapes.SelectMany(Keys),
            Shape.Many many => Keys(many.Item),
            _ => [],
        };
}
