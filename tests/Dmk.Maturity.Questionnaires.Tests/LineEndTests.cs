namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>LF, CR LF and CR end a line of an author's file, and nothing else does.</summary>
public sealed class LineEndTests
{
    [Theory]
    [InlineData("a\r\nb\rc\n", "a\nb\nc\n")]
    [InlineData("a\u0085b\u2028c\u2029d\fe\vf", "a\u0085b\u2028c\u2029d\fe\vf")]
    [InlineData("\r\r\n\n", "\n\n\n")]
    public void Only_line_feeds_and_carriage_returns_end_a_line(string text, string normalised) =>
        Assert.Equal(normalised, LineEnds.Normalised(text));

    [Theory]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    [InlineData("\f")]
    [InlineData("\v")]
    public void A_separator_in_a_comment_or_a_value_is_a_character_as_others(string separator)
    {
        var problems = new List<Problem>();
        var file = YamlFile.Parse($"# Text{separator}by hand\nid: a{separator}b\nmore: [\"c{separator}d\"]\n", "x.yaml", problems)!;

        Assert.Empty(problems);
        Assert.Equal($"a{separator}b", file.Required("id")!.AsString());
        Assert.Equal([$"c{separator}d"], file.Required("more")!.AsStrings());
        Assert.Equal(2, file.Required("id")!.Place.Line);
    }
}
