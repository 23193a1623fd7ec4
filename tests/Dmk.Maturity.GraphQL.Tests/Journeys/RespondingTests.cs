using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dmk.Maturity.Grains;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>A company answers through GraphQL, over the real store. Every mistake comes back as data that says what to do.</summary>
public sealed partial class RespondingTests(Platform platform)
{
    private const string Enter =
        "mutation A($code: String!) { enterCode(code: $code, language: EN) { sessionToken expiresAt studyId "
        + "problem message retryAfterSeconds } }";

    private const string Read =
        "{ response(language: EN) { status revision fieldIsOpen studyId answers { variable code codes number "
        + "text date missing } receipt { number hash } "
        + "questionnaire { id version sections { title questions { id text type options { code label } } } } progress { answered "
        + "asked } sections { id asked questions { id asked } } } }";

    private const string Save =
        "mutation A($base: Int!, $answers: [AnswerInput!]!) { saveAnswers(baseRevision: $base, answers: "
        + "$answers, language: EN) "
        + "{ result revision status problems { variable code message } conflicts { variable stored { code missing } sent { code } "
        + "storedAt } } }";

    [Fact]
    public async Task A_code_opens_a_session()
    {
        var entry = (await platform.Query(Enter, new { code = platform.Invitation().AccessCode })).Data.GetProperty("enterCode");
        Assert.StartsWith("dmkc_", entry.GetProperty("sessionToken").GetString(), StringComparison.Ordinal);
        Assert.Equal(Platform.Study, entry.GetProperty("studyId").GetString());
        Assert.Equal(JsonValueKind.Null, entry.GetProperty("problem").ValueKind);
    }

    [Fact]
    public async Task A_mistyped_code_is_told_from_one_that_is_not_accepted()
    {
        Assert.Equal(
            "MISTYPED",
            (await platform.Query(Enter, new { code = "0000-0000-0000-0000-1" }))
                .Data.GetProperty("enterCode")
                .GetProperty("problem")
                .GetString()
        );
        Assert.Equal(
            "MISTYPED",
            (await platform.Query(Enter, new { code = "ABC" })).Data.GetProperty("enterCode").GetProperty("problem").GetString()
        );
        var unknown = (await platform.Query(Enter, new { code = AccessCode.Generate() })).Data.GetProperty("enterCode");
        Assert.Equal("NOT_ACCEPTED", unknown.GetProperty("problem").GetString());
        Assert.Equal(JsonValueKind.Null, unknown.GetProperty("sessionToken").ValueKind);
    }

    [Fact]
    public async Task Leaving_ends_the_session()
    {
        var token = await platform.Company();
        Assert.True((await platform.Query("mutation { leave }", token: token)).Data.GetProperty("leave").GetBoolean());
        Assert.Equal("UNAUTHENTICATED", (await platform.Query(Read, token: token)).Code);
    }

    [Fact]
    public async Task A_company_reads_its_questionnaire_and_what_it_is_asked()
    {
        var response = (await platform.Query(Read, token: await platform.Company())).Data.GetProperty("response");
        Assert.Equal("INVITED", response.GetProperty("status").GetString());
        Assert.Equal(0, response.GetProperty("revision").GetInt32());
        Assert.Equal("Company", response.GetProperty("questionnaire").GetProperty("sections")[0].GetProperty("title").GetString());
        Assert.Equal((true, false), (IsAsked(response, "uses_ai"), IsAsked(response, "ai_fields")));
    }

    [Fact]
    public async Task Saved_answers_come_back_as_they_were_sent()
    {
        var token = await platform.Company();
        var saved = await SaveAnswers(
            token,
            0,
            new { variable = "uses_ai", code = "some" },
            new { variable = "ai_fields", codes = new[] { "sales", "office" } },
            new { variable = "employed", number = "12" },
            new { variable = "online_share", missing = "DONT_KNOW" }
        );
        Assert.Equal(("SAVED", 1, "DRAFT"), (Text(saved, "result"), saved.GetProperty("revision").GetInt32(), Text(saved, "status")));

        var response = (await platform.Query(Read, token: token)).Data.GetProperty("response");
        Assert.Equal("some", Text(Answer(response, "uses_ai"), "code"));
        Assert.Equal(
            ["office", "sales"],
            Answer(response, "ai_fields").GetProperty("codes").EnumerateArray().Select(code => code.GetString()!)
        );
        Assert.Equal("12", Text(Answer(response, "employed"), "number"));
        Assert.Equal("DONT_KNOW", Text(Answer(response, "online_share"), "missing"));
        Assert.True(IsAsked(response, "ai_fields"));

        await SaveAnswers(token, 1, new { variable = "employed", clear = true });
        Assert.DoesNotContain("employed", Variables((await platform.Query(Read, token: token)).Data.GetProperty("response")));
    }

    public static TheoryData<string, string> Impossible() => CaseFile.Read("Journeys", "answers.cases");

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task An_answer_that_is_not_possible_is_refused_and_nothing_is_half_stored(string code, string answers)
    {
        var token = await platform.Company();
        var good = JsonSerializer.SerializeToElement(new { variable = "online_share", missing = "DONT_KNOW" });
        var sent = JsonDocument.Parse(answers).RootElement;
        object all = sent.ValueKind == JsonValueKind.Array ? sent.EnumerateArray().Prepend(good) : sent;
        var answer = await platform.Query(Save, new { @base = 0, answers = all }, token);
        if (char.IsUpper(code[0]))
        {
            Assert.Equal(code, answer.Code);
        }
        else
        {
            var saved = answer.Data.GetProperty("saveAnswers");
            Assert.Equal("REFUSED", Text(saved, "result"));
            Assert.Equal([code], saved.GetProperty("problems").EnumerateArray().Select(problem => Text(problem, "code")!));
        }

        Assert.Equal(0, (await platform.Query(Read, token: token)).Data.GetProperty("response").GetProperty("revision").GetInt32());
    }

    [Theory]
    [InlineData("99999999999999999999999999999", "REFUSED")]
    [InlineData("-99999999999999999999999999999", "REFUSED")]
    [InlineData("\"99999999999999999999999999999\"", "REFUSED")]
    [InlineData("0.99999999999999999999999999999", "REFUSED")]
    [InlineData("1e400", null)]
    [InlineData("\"NaN\"", null)]
    [InlineData("-5", "REFUSED")]
    [InlineData("5", "SAVED")]
    public async Task A_number_written_into_the_request_is_held_to_the_same_bound(string number, string? result)
    {
        var answer = await platform.Query(
            $"mutation {{ saveAnswers(baseRevision: 0, answers: [{{ variable: \"employed\", number: {number} }}], language: EN) "
                + "{ result problems { variable code message } } }",
            token: await platform.Company()
        );

        if (result is null)
        {
            Assert.NotEqual("INTERNAL", answer.Code);
            Assert.NotNull(answer.Code);
            return;
        }

        var saved = answer.Data.GetProperty("saveAnswers");
        Assert.Equal(result, Text(saved, "result"));
        if (number.Length > 20)
        {
            var problem = saved.GetProperty("problems")[0];
            Assert.Equal(("employed", "tooLarge"), (Text(problem, "variable"), Text(problem, "code")));
            Assert.Contains("at most 15 digits", Text(problem, "message"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_code_of_a_mistake_is_listed_in_the_schema()
    {
        var schema = File.ReadAllText(RepositoryFile.At("src/Dmk.Maturity.GraphQL/schema.graphql"));
        var listed = schema[schema.IndexOf("Stable: unknownVariable", StringComparison.Ordinal)..];
        var words = listed[..listed.IndexOf('"', StringComparison.Ordinal)].Split(' ', ',', '.').ToHashSet(StringComparer.Ordinal);
        var given =
            from file in Directory.EnumerateFiles(RepositoryFile.At("src/Dmk.Maturity.Questionnaires"), "*.cs", SearchOption.AllDirectories)
            where Path.GetFileName(file) is not "AnswerMessages.cs"
            let source = File.ReadAllText(file)
            where source.Contains("AnswerMessages.", StringComparison.Ordinal)
            from Match literal in CodeLiteral().Matches(source)
            select literal.Groups[1].Value;

        Assert.Contains("specifyMissing", given);
        Assert.Empty(given.Distinct().Except(words));
    }

    [GeneratedRegex("(?<!name=)\"([a-z][A-Za-z]+)\"")]
    private static partial Regex CodeLiteral();

    [Fact]
    public async Task All_mistakes_are_told_at_once()
    {
        var saved = await SaveAnswers(
            await platform.Company(),
            0,
            new { variable = "employed" },
            new { variable = "nobody", code = "x" },
            new { variable = "uses_ai", code = "never" }
        );
        Assert.Equal(
            ["exactlyOneValue", "unknownVariable", "unknownOption"],
            saved.GetProperty("problems").EnumerateArray().Select(problem => Text(problem, "code")!)
        );
    }

    [Fact]
    public async Task A_stale_revision_is_a_conflict_only_in_the_same_variable()
    {
        var token = await platform.Company();
        await SaveAnswers(token, 0, new { variable = "uses_ai", code = "some" });
        Assert.Equal("SAVED", Text(await SaveAnswers(token, 0, new { variable = "employed", number = "5" }), "result"));

        var conflicting = await SaveAnswers(token, 0, new { variable = "uses_ai", code = "wide" });
        Assert.Equal("CONFLICTING", Text(conflicting, "result"));
        Assert.Equal(2, conflicting.GetProperty("revision").GetInt32());
        var conflict = conflicting.GetProperty("conflicts")[0];
        Assert.Equal(("some", "wide"), (Text(conflict.GetProperty("stored"), "code"), Text(conflict.GetProperty("sent"), "code")));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(-1)]
    public async Task A_revision_that_was_never_given_is_refused(int revision) =>
        Assert.Equal(
            "UNKNOWN_REVISION",
            Text(await SaveAnswers(await platform.Company(), revision, new { variable = "employed", number = "5" }), "result")
        );

    [Fact]
    public async Task Too_many_answers_are_refused()
    {
        var answers = Enumerable
            .Range(0, 2_001)
            .Select(number => new { variable = $"v{number.ToString(CultureInfo.InvariantCulture)}", clear = true });
        Assert.Equal("TOO_LARGE", (await platform.Query(Save, new { @base = 0, answers }, await platform.Company())).Code);
    }

    private async Task<JsonElement> SaveAnswers(string token, int revision, params object[] answers) =>
        (await platform.Query(Save, new { @base = revision, answers }, token)).Data.GetProperty("saveAnswers");

    private static string? Text(JsonElement owner, string name) => owner.GetProperty(name).GetString();

    private static JsonElement Answer(JsonElement response, string variable) =>
        response.GetProperty("answers").EnumerateArray().Single(answer => Text(answer, "variable") == variable);

    private static IEnumerable<string?> Variables(JsonElement response) =>
        response.GetProperty("answers").EnumerateArray().Select(answer => Text(answer, "variable"));

    private static bool IsAsked(JsonElement response, string question) =>
        response
            .GetProperty("sections")
            .EnumerateArray()
            .SelectMany(section => section.GetProperty("questions").EnumerateArray())
            .Single(one => Text(one, "id") == question)
            .GetProperty("asked")
            .GetBoolean();
}
