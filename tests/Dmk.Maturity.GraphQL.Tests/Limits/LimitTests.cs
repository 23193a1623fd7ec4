using System.Globalization;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>Requests that ask for too much are refused before anything is executed, with what was asked, what is allowed and how to ask
/// for less.</summary>
public sealed class LimitTests(Platform platform)
{
    public static TheoryData<string, string> Refused() =>
        new()
        {
            { "TOO_DEEP", "{ studies { questionnaire { sections { questions { " + Nested("variables", 9) + " } } } } }" },
            { "TOO_DEEP", "{ " + Nested("a", 100) + " }" },
            { "TOO_DEEP", "{ classification(id: " + new string('[', 100) + new string(']', 100) + ") { id } }" },
            { "TOO_DEEP", "{ __schema { types { " + Nested("ofType", 20) + " } } }" },
            {
                "TOO_COSTLY",
                "{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }"
            },
            {
                "TOO_COSTLY",
                "{ studies { questionnaire { sections { questions { variables { id label } options { code label } rows { id "
                    + "label } reasonsForNotAnswering } } } } }"
            },
            { "TOO_MANY_FIELDS", "{ " + Repeated("__typename ", 1_001) + "}" },
            { "TOO_MANY_FIELDS", "{ __typename } query Other { " + Repeated("__typename ", 1_001) + "}" },
            { "TOO_MANY_FIELDS", "{ ...F0 } " + Bomb(40) },
            { "TOO_MANY_ALIASES", "{ " + Numbered("a{0}: __typename ", 31) + "}" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_asks_for_too_much_is_refused(string code, string query)
    {
        var answer = await platform.Query(query);
        Assert.Equal(code, answer.Code);
        Assert.False(answer.Json.TryGetProperty("data", out _));
        Assert.True(answer.Error.GetProperty("extensions").TryGetProperty("allowed", out _));
    }

    [Theory]
    [InlineData("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }")]
    [InlineData("{ ...Nobody }")]
    [InlineData("{ studies { nobody { knows { this } } } }")]
    [InlineData("{ ... on Nobody { __typename } }")]
    public async Task What_is_wrong_is_left_to_validation(string query) =>
        Assert.Equal("VALIDATION_FAILED", (await platform.Query(query)).Code);

    [Fact]
    public async Task Skipped_fields_count_as_nothing()
    {
        var query =
            "query A($deep: Boolean = false) { __typename studies @include(if: $deep) { questionnaire { sections { questions { "
            + "variables { id label } options { code label } rows { id label } } } } } }";
        Assert.Equal("Query", (await platform.Query(query)).Data.GetProperty("__typename").GetString());
        Assert.Equal("TOO_COSTLY", (await platform.Query(query, new { deep = true })).Code);
    }

    [Fact]
    public async Task Not_more_than_twenty_mistakes_are_told_at_once() =>
        Assert.Equal(20, (await platform.Query("{ " + Numbered("nobody{0} ", 900) + "}")).Json.GetProperty("errors").GetArrayLength());

    [Fact]
    public async Task The_usual_introspection_is_allowed()
    {
        var query = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Limits", "introspection.graphql"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            "Query",
            (await platform.Query(query)).Data.GetProperty("__schema").GetProperty("queryType").GetProperty("name").GetString()
        );
    }

    private static string Nested(string field, int times) => times == 0 ? "__typename" : $"{field} {{ {Nested(field, times - 1)} }}";

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Numbered(string format, int times) =>
        string.Concat(Enumerable.Range(0, times).Select(number => string.Format(CultureInfo.InvariantCulture, format, number)));

    /// <summary>Each fragment twice in the one before it: two to the power of their number.</summary>
    private static string Bomb(int fragments) =>
        string.Concat(
            Enumerable.Range(0, fragments).Select(number => $"fragment F{number} on Query {{ ...F{number + 1} ...F{number + 1} " + "} ")
        ) + $"fragment F{fragments} on Query {{ __typename }}";
}
