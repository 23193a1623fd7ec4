using System.Text;
using System.Text.Json;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>Requests that are made to cost are refused by what they write, in short words and at a place, and correct ones up to the
/// limits pass. What each costs: HostileDocumentBenchmarks.</summary>
public sealed class HostileDocumentTests(Platform platform)
{
    private const int LongestAnswer = 20_000;

    public static TheoryData<string> Names() => [.. All.Select(document => document.Name)];

    private static IEnumerable<HostileDocument> All =>
        [.. HostileDocuments.All, .. HostileDocuments.WithinLimits, .. HostileDocuments.Variables];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_made_to_cost_is_refused_in_few_words(string name)
    {
        var hostile = All.Single(document => document.Name == name);
        var body = $$"""{"query":{{JsonSerializer.Serialize(hostile.Query)}},"variables":{{hostile.Variables}}}""";
        using var request = new HttpRequestMessage(HttpMethod.Post, Platform.Address)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        var company = hostile.Query.Contains("saveAnswers", StringComparison.Ordinal);
        request.Headers.Authorization = company ? new("Bearer", await _company.Value) : null;
        var before = platform.Log.All.Count;
        var answer = await platform.Send(request);
        if (hostile.Code != "COSTS")
        {
            Assert.Equal(hostile.Code, answer.Code);
            Assert.InRange(answer.Json.GetProperty("errors").GetArrayLength(), 1, new GraphQLLimits().Errors);
        }

        Assert.InRange(answer.Json.ToString().Length, 1, LongestAnswer);
        Assert.Equal(before, platform.Log.All.Count);
    }

    [Theory]
    [InlineData("\r{", 2, 2)]
    [InlineData("{ a\r\n (", 2, 3)]
    [InlineData("{ a(b: \"\"\"x\r\ny\rz\"\"\") ]", 3, 7)]
    [InlineData("# comment\n{ a # ((\n]", 3, 1)]
    public async Task A_mistake_is_told_at_its_place_in_the_text_as_sent(string query, int line, int column)
    {
        var answer = await platform.Query(query);
        var place = answer.Error.GetProperty("locations")[0];
        Assert.Equal("SYNTAX_ERROR", answer.Code);
        Assert.Equal((line, column), (place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32()));
    }

    [Fact]
    public async Task A_mistake_far_to_the_right_is_told_at_its_place()
    {
        var query = "{" + string.Concat(Enumerable.Repeat(" __typename", 100)) + " nobody }";
        var place = (await platform.Query(query)).Error.GetProperty("locations")[0];
        Assert.Equal((1, 1_103), (place.GetProperty("line").GetInt32(), place.GetProperty("column").GetInt32()));
    }

    [Fact]
    public async Task Nothing_that_was_sent_changes_on_the_way_to_the_parser()
    {
        const string text = "a, b # c\td";
        var query = $"{{ {string.Concat(Enumerable.Repeat("__typename ", 30))} __type(name: \"{text}\") {{ name }} }}";
        Assert.Equal(JsonValueKind.Null, (await platform.Query(query)).Data.GetProperty("__type").ValueKind);
        Assert.Contains(text, DocumentText.Of(query, new GraphQLLimits()).ForParser!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ classification(id: \"a\") { id } classification(id: \"b\") { id } }", "VALIDATION_FAILED")]
    [InlineData("{ a: __typename a: studies { id } }", "VALIDATION_FAILED")]
    [InlineData("{ studies { id } ...F } fragment F on Query { studies { id: title } }", "VALIDATION_FAILED")]
    [InlineData("{ studies { a: id } studies { a: title } }", "VALIDATION_FAILED")]
    [InlineData(
        "{ ...F } fragment F on Query { studies { indices { ...G } } } fragment G on Query { studies { ...F } }",
        "VALIDATION_FAILED"
    )]
    [InlineData("{ classification(id: \"a\", language: DE) { id } classification(language: DE, id: \"a\") { title } }", null)]
    [InlineData("{ studies { id } ...F } fragment F on Query { studies { id title } }", null)]
    [InlineData("{ studies { id id } studies { id } }", null)]
    public async Task Fields_of_one_name_are_one_field(string query, string? code) =>
        Assert.Equal(code, (await platform.Query(query)).Code);

    [Fact]
    public async Task Two_hundred_answers_are_saved_as_variables()
    {
        var answers = Enumerable.Range(0, 200).Select(number => new { variable = $"nobody_{number}", number = "1" });
        var answer = await platform.Query(
            "mutation($a: [AnswerInput!]!) { saveAnswers(baseRevision: 0, answers: $a) { revision problems { code } } }",
            new { a = answers },
            await platform.Company()
        );
        Assert.Equal(200, answer.Data.GetProperty("saveAnswers").GetProperty("problems").GetArrayLength());
    }

    [Fact]
    public async Task Two_hundred_answers_are_saved_as_written()
    {
        var answers = string.Join(
            ", ",
            Enumerable.Range(0, 200).Select(number => $"{{ variable: \"nobody_{number}\", text: \"{new string('x', 100)}\" }}")
        );
        var answer = await platform.Query(
            $"mutation {{ saveAnswers(baseRevision: 0, answers: [{answers}]) {{ revision problems {{ code }} }} }}",
            token: await platform.Company()
        );
        Assert.Equal(200, answer.Data.GetProperty("saveAnswers").GetProperty("problems").GetArrayLength());
    }

    private readonly Lazy<Task<string>> _company = new(() => platform.Company());
}
