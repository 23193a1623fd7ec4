namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>A comment that cuts off the end of a text, which an author may have meant as text.</summary>
public class TextCutTests
{
    [Theory]
    [InlineData("text:\n  de: Wunsch #1\n  en: Wish", 2, 13)]
    [InlineData("text:\n  de: Ein\n    Wunsch #1\n  en: Wish", 3, 11)]
    [InlineData("text:\n  de: Ein\n    # 1. Wunsch\n  en: Wish", 3, 5)]
    [InlineData("text:\n  de: > #1 Wunsch\n    Ein Wunsch\n  en: Wish", 2, 8)]
    [InlineData("text:\n  de: |-2 #1\n    Ein Wunsch\n  en: Wish", 2, 10)]
    [InlineData("text:\n  de: |\n      Ein Wunsch\n    #2 noch einer\n  en: Wish", 4, 5)]
    [InlineData("text: { de: Wunsch, en: Wish #1\n  }", 1, 29)]
    public void It_is_reported_in_texts_of_one_line_and_of_several(string yaml, int line, int column) =>
        Assert.Equal([$"f.yaml:{line}:{column} text-cut"], ProblemsOf(yaml));

    [Theory]
    [InlineData("text:\n  de: Wunsch#1\n  en: Wish")]
    [InlineData("text:\n  de: Wunsch\n  # im Ernst\n  en: Wish\n# end")]
    [InlineData("text:\n  de: \"Wunsch\" # im Ernst\n  en: 'Wish' # earnest")]
    [InlineData("text:\n  de: |\n    # Wunsch\n    Ein Wunsch #1\n  # im Ernst\n  en: >-\n    # Wish")]
    [InlineData("text:\n  de: Ein\n    Wunsch\n\n  # im Ernst\n  en: |+\n    Wish\n\n  # earnest\n")]
    public void What_is_no_comment_and_a_comment_in_a_line_of_its_own_are_not(string yaml) => Assert.Empty(ProblemsOf(yaml));

    private static IEnumerable<string> ProblemsOf(string yaml)
    {
        var problems = new List<Problem>();
        Assert.NotNull(YamlFile.Parse(yaml, "f.yaml", problems)?.Required("text")?.AsText());
        return problems.Select(problem => $"{problem.Place} {problem.Code}");
    }
}
