using CsCheck;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>How long a text of a form is, held against texts.</summary>
public class PatternLengthsTests
{
    private static readonly Gen<string> _pattern = Gen.Recursive<string>(
        (depth, deeper) =>
        {
            var one = Gen.OneOf(
                "a",
                "b",
                ".",
                "[ab]",
                "[^a]",
                "[\\w-]",
                "\\d",
                "\\S",
                "\\.",
                "1",
                "^",
                "$",
                "\\b",
                "\U0001F600",
                "{",
                "{x}"
            );
            return depth > 3
                ? one
                : Gen.OneOf(
                    one,
                    Gen.Select(deeper, deeper, (left, right) => left + right),
                    Gen.Select(deeper, deeper, (left, right) => $"(?:{left}|{right})"),
                    Gen.Select(deeper, deeper, (left, right) => $"{left}|{right}"),
                    Gen.Select(deeper, Gen.OneOf("*", "+", "?", "{2}", "{0,2}", "{1,}", "+?"), (inner, sign) => $"({inner}){sign}"),
                    Gen.Select(one, Gen.OneOf("*", "+", "?", "{3}", "{2,3}", "??"), (inner, sign) => inner + sign)
                );
        }
    );

    private static readonly Gen<string> _text = Gen.OneOf("a", "b", "1", ".", "-", "{", "x", "}", "\U0001F600")
        .Array[0, 5]
        .Select(string.Concat);

    [Theory]
    [InlineData("abcdef", 6, 6)]
    [InlineData("[0-9]{3,5}", 3, 5)]
    [InlineData("[A-Z]{2}-?[0-9]+", 3, null)]
    [InlineData("(GmbH|AG)", 2, 4)]
    [InlineData("\\d{5}", 5, 5)]
    [InlineData("a|", 0, 1)]
    [InlineData("a{x}", 4, 4)]
    [InlineData("(?i)abc", 0, null)]
    [InlineData(".{4}", 2, 4)]
    public void A_form_says_how_long_its_texts_are(string pattern, int shortest, int? longest) =>
        Assert.Equal((shortest, longest), (PatternLengths.Of(pattern).Shortest, PatternLengths.Of(pattern).Longest));

    [Fact]
    public void No_text_of_a_form_is_shorter_or_longer_than_is_said()
    {
        var matched = 0;
        Gen.Select(_pattern, _text.Array[30])
            .Sample(
                (source, texts) =>
                {
                    if (TextPattern.Read(source, out _) is not { } pattern)
                    {
                        return true;
                    }

                    var (shortest, longest) = PatternLengths.Of(source);
                    return texts
                        .Where(pattern.IsMatch)
                        .All(text =>
                        {
                            matched += 1;
                            var count = Characters.In(text);
                            return count >= shortest && !(count > longest);
                        });
                },
                iter: 3_000,
                threads: 1
            );

        Assert.True(matched > 1_000, $"{matched} texts matched");
    }
}
