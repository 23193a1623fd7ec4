using System.Text.Json;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>A company submits through GraphQL: once, of the revision that it read, and told before what forbids it.</summary>
public sealed class SubmittingTests(Platform platform)
{
    private const string Read = "{ response { status receipt { hash } } }";

    private const string Save =
        "mutation A($base: Int!, $answers: [AnswerInput!]!) { saveAnswers(baseRevision: $base, answers: $answers) { result } }";

    private const string Submit =
        "mutation A($base: Int, $key: ID!, $answers: [AnswerInput!], $confirmations: [ConfirmationInput!]) { "
        + "submitResponse(baseRevision: $base, idempotencyKey: $key, answers: $answers, confirmations: $confirmations, language: EN) "
        + "{ result repeated receipt { number submittedAt hash questionnaire { id version hash } } problems { variable code } "
        + "changed conflicts { variable stored { number } sent { number } } "
        + "hardChecks { id message } unconfirmedChecks { id message variables } } }";

    [Fact]
    public async Task A_response_is_submitted_once()
    {
        var token = await platform.Company();
        var answers = new object[] { new { variable = "uses_ai", code = "some" }, new { variable = "online_share", number = "30" } };
        var first = (await platform.Query(Submit, new { key = "one", answers }, token)).Data.GetProperty("submitResponse");
        Assert.Equal(("ACCEPTED", false), (Text(first, "result"), first.GetProperty("repeated").GetBoolean()));

        var again = (await platform.Query(Submit, new { key = "one", answers }, token)).Data.GetProperty("submitResponse");
        Assert.Equal(("ACCEPTED", true), (Text(again, "result"), again.GetProperty("repeated").GetBoolean()));
        Assert.Equal(first.GetProperty("receipt").ToString(), again.GetProperty("receipt").ToString());

        var other = (await platform.Query(Submit, new { key = "two" }, token)).Data.GetProperty("submitResponse");
        Assert.Equal("ALREADY_SUBMITTED", Text(other, "result"));
        Assert.Equal(first.GetProperty("receipt").ToString(), other.GetProperty("receipt").ToString());

        Assert.Equal("CLOSED", Text(await SaveAnswers(token, 1, new { variable = "employed", number = "5" }), "result"));
        var response = (await platform.Query(Read, token: token)).Data.GetProperty("response");
        Assert.Equal(
            ("SUBMITTED", Text(first.GetProperty("receipt"), "hash")),
            (Text(response, "status"), Text(response.GetProperty("receipt"), "hash"))
        );
    }

    [Fact]
    public async Task What_forbids_a_submission_is_told_before_and_at_it()
    {
        var token = await platform.Company();
        await SaveAnswers(token, 0, new { variable = "employed", number = "0" });
        const string Check =
            "{ checkResponse(language: EN) { revision canSubmit problems { variable code } hard { id } soft { id "
            + "message explanationAsked variables } info { id } } }";
        var check = (await platform.Query(Check, token: token)).Data.GetProperty("checkResponse");
        Assert.False(check.GetProperty("canSubmit").GetBoolean());
        Assert.Equal(
            ("uses_ai", "required"),
            (Text(check.GetProperty("problems")[0], "variable"), Text(check.GetProperty("problems")[0], "code"))
        );
        Assert.Equal("Nobody employed?", Text(check.GetProperty("soft")[0], "message"));

        var incomplete = (await platform.Query(Submit, new { @base = 1, key = "k" }, token)).Data.GetProperty("submitResponse");
        Assert.Equal("INCOMPLETE", Text(incomplete, "result"));
        Assert.Equal("required", Text(incomplete.GetProperty("problems")[0], "code"));

        var hard = (
            await platform.Query(
                Submit,
                new
                {
                    @base = 1,
                    key = "k",
                    answers = new object[] { new { variable = "uses_ai", code = "no" }, new { variable = "online_share", number = "100" } },
                },
                token
            )
        ).Data.GetProperty("submitResponse");
        Assert.Equal("too_online", Text(hard.GetProperty("hardChecks")[0], "id"));

        var answers = new object[] { new { variable = "uses_ai", code = "no" }, new { variable = "online_share", number = "99" } };
        var soft = (
            await platform.Query(
                Submit,
                new
                {
                    @base = 1,
                    key = "k",
                    answers,
                },
                token
            )
        ).Data.GetProperty("submitResponse");
        Assert.Equal("ai_without_people", Text(soft.GetProperty("unconfirmedChecks")[0], "id"));
        var accepted = (
            await platform.Query(
                Submit,
                new
                {
                    @base = 1,
                    key = "k",
                    answers,
                    confirmations = new[] { new { check = "ai_without_people", reason = "family only" } },
                },
                token
            )
        ).Data.GetProperty("submitResponse");
        Assert.Equal("ACCEPTED", Text(accepted, "result"));
    }

    [Fact]
    public async Task A_submission_takes_the_revision_that_its_sender_read()
    {
        var token = await platform.Company();
        await SaveAnswers(token, 0, new { variable = "uses_ai", code = "some" });
        await SaveAnswers(token, 1, new { variable = "employed", number = "50" });
        var answers = new object[] { new { variable = "employed", number = "7" } };

        var outdated = (
            await platform.Query(
                Submit,
                new
                {
                    @base = 1,
                    key = "k",
                    answers,
                },
                token
            )
        ).Data.GetProperty("submitResponse");
        Assert.Equal("OUTDATED", Text(outdated, "result"));
        Assert.Equal("[\"employed\"]", outdated.GetProperty("changed").ToString());
        var conflict = Assert.Single(outdated.GetProperty("conflicts").EnumerateArray());
        Assert.Equal(
            ("50", "7"),
            (conflict.GetProperty("stored").GetProperty("number").ToString(), conflict.GetProperty("sent").GetProperty("number").ToString())
        );

        foreach (var revision in new int?[] { null, -1, 9 })
        {
            var unknown = (
                await platform.Query(
                    Submit,
                    new
                    {
                        @base = revision,
                        key = "k",
                        answers,
                    },
                    token
                )
            ).Data.GetProperty("submitResponse");
            Assert.Equal("UNKNOWN_REVISION", Text(unknown, "result"));
        }

        var accepted = (await platform.Query(Submit, new { @base = 2, key = "k" }, token)).Data.GetProperty("submitResponse");
        Assert.Equal("ACCEPTED", Text(accepted, "result"));
    }

    [Theory]
    [InlineData(1_000, "ACCEPTED")]
    [InlineData(1_001, null)]
    public async Task A_reason_is_counted_as_people_count_and_never_cut(int length, string? result)
    {
        var answer = await platform.Query(
            Submit,
            new
            {
                key = "k",
                answers = new object[] { new { variable = "uses_ai", code = "no" }, new { variable = "employed", number = "0" } },
                confirmations = new[]
                {
                    new { check = "ai_without_people", reason = string.Concat(Enumerable.Repeat("\U0001F642", length)) },
                },
            },
            await platform.Company()
        );

        Assert.Equal(result is null ? "TOO_LARGE" : null, result is null ? answer.Code : null);
        Assert.Equal(result, result is null ? null : Text(answer.Data.GetProperty("submitResponse"), "result"));
    }

    [Fact]
    public async Task A_wrong_idempotency_key_is_an_error() =>
        Assert.Equal("INVALID_ARGUMENT", (await platform.Query(Submit, new { key = new string('k', 101) }, await platform.Company())).Code);

    private async Task<JsonElement> SaveAnswers(string token, int revision, params object[] answers) =>
        (await platform.Query(Save, new { @base = revision, answers }, token)).Data.GetProperty("saveAnswers");

    private static string? Text(JsonElement owner, string name) => owner.GetProperty(name).GetString();
}
