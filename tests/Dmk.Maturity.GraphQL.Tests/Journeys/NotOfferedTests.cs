using System.Text.Json;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>A client that chooses what is not offered is told: the draft keeps it, and it does not count.</summary>
public sealed class NotOfferedTests : IAsyncLifetime
{
    private const string Save =
        "mutation A($base: Int!, $answers: [AnswerInput!]!, $language: Language!) { saveAnswers(baseRevision: $base, answers: $answers, "
        + "language: $language) { result revision problems { variable code } notOffered { variable code message } } }";

    /// <summary>The option "wide" is there for larger companies only.</summary>
    private readonly Platform _platform = new()
    {
        Questionnaire = yaml => yaml.Replace("en: \"Widely\" }", "en: \"Widely\", when: \"employed >= 10\" }", StringComparison.Ordinal),
    };

    public ValueTask InitializeAsync() => _platform.InitializeAsync();

    public ValueTask DisposeAsync() => _platform.DisposeAsync();

    [Fact]
    public async Task A_choice_that_is_not_offered_is_saved_and_named_until_it_counts()
    {
        var token = await _platform.Company();

        var few = await Saved(token, 0, "EN", Coded("uses_ai", "wide"), new { variable = "employed", number = 2 });
        var german = await Saved(token, 1, "DE", new { variable = "employed", number = 3 });
        var many = await Saved(token, 2, "EN", new { variable = "employed", number = 10 });

        var told = Assert.Single(few.GetProperty("notOffered").EnumerateArray().ToArray());
        Assert.Equal("SAVED", few.GetProperty("result").GetString());
        Assert.Equal("uses_ai notOffered", $"{told.GetProperty("variable")} {told.GetProperty("code")}");
        Assert.Contains("'Widely'", told.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("„Viel“", german.GetProperty("notOffered")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, many.GetProperty("notOffered").GetArrayLength());
    }

    [Fact]
    public async Task A_check_and_a_refused_submission_name_it_too()
    {
        var token = await _platform.Company();
        await Saved(token, 0, "EN", Coded("uses_ai", "wide"), new { variable = "employed", number = 2 });

        var check = await _platform.Query("{ checkResponse { canSubmit notOffered { variable } problems { code } } }", token: token);
        var sent = await _platform.Query(
            "mutation { submitResponse(baseRevision: 1, idempotencyKey: \"a\") { result notOffered { variable } } }",
            token: token
        );

        Assert.Equal(
            """{"canSubmit":false,"notOffered":[{"variable":"uses_ai"}],"problems":[{"code":"required"}]}""",
            check.Data.GetProperty("checkResponse").GetRawText()
        );
        Assert.Equal(
            """{"result":"INCOMPLETE","notOffered":[{"variable":"uses_ai"}]}""",
            sent.Data.GetProperty("submitResponse").GetRawText()
        );
    }

    [Fact]
    public async Task A_code_that_the_question_never_lists_is_refused()
    {
        var saved = await Saved(await _platform.Company(), 0, "EN", Coded("uses_ai", "sometimes"));

        Assert.Equal("REFUSED", saved.GetProperty("result").GetString());
        Assert.Equal("unknownOption", saved.GetProperty("problems")[0].GetProperty("code").GetString());
    }

    private static object Coded(string variable, string code) => new { variable, code };

    private async Task<JsonElement> Saved(string token, int revision, string language, params object[] answers) =>
        (
            await _platform.Query(
                Save,
                new
                {
                    @base = revision,
                    answers,
                    language,
                },
                token
            )
        ).Data.GetProperty("saveAnswers");
}
