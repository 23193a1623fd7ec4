using System.Net;
using System.Text.Json;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>Field staff and administrators through GraphQL.</summary>
public sealed class OperatingTests(Platform platform)
{
    [Fact]
    public async Task Operators_see_strata_and_progress()
    {
        var study = (
            await platform.Query(
                "{ study(id: \"small-study\") { strata { codes { code } population sampled } progress { land { "
                    + "code name } drawn submitted } } }",
                token: await platform.Token(Role.Operator)
            )
        ).Data.GetProperty("study");
        Assert.Equal(8, study.GetProperty("strata").GetArrayLength());
        Assert.Equal(40, study.GetProperty("progress")[0].GetProperty("drawn").GetInt32());
    }

    [Theory]
    [InlineData(Role.Economist, "{ studies { strata { population } } }")]
    [InlineData(Role.Ministry, "{ studies { progress { drawn } } }")]
    [InlineData(Role.Economist, "{ studies { weights { kishDesignEffect } } }")]
    [InlineData(Role.Ministry, "{ studies { weights { largest { weight } } } }")]
    [InlineData(Role.Operator, "mutation { createToken(role: OPERATOR, name: \"x\") { token } }")]
    [InlineData(Role.Economist, "mutation { closeStudy(id: \"small-study\") { phase } }")]
    [InlineData(Role.Economist, "mutation { showResults(id: \"small-study\") { shown } }")]
    [InlineData(Role.Ministry, "mutation { showResults(id: \"small-study\") { shown } }")]
    [InlineData(Role.Economist, "mutation { publishStudy(study: \"\", questionnaire: \"\", indices: []) { problems { code } } }")]
    [InlineData(Role.Ministry, "mutation { importFrame(study: \"x\", csv: \"\") { stored } }")]
    [InlineData(Role.Economist, "mutation { drawSample(study: \"x\", allocation: \"\") { seed } }")]
    [InlineData(Role.Ministry, "{ studyStatus(study: \"x\") { next } }")]
    [InlineData(Role.Economist, "{ checkQuestionnaire(questionnaire: \"\") { code } }")]
    [InlineData(Role.Economist, "mutation { publishQuestionnaire(questionnaire: \"\") { problems { code } } }")]
    [InlineData(Role.Economist, "{ questionnaireCodebook(questionnaire: \"\") { problems { code } } }")]
    [InlineData(Role.Ministry, "{ questionnairePaper(questionnaire: \"\") { problems { code } } }")]
    [InlineData(Role.Economist, "{ questionnaireRouting(questionnaire: \"\") { problems { code } } }")]
    [InlineData(Role.Ministry, "{ questionnaireBurden(questionnaire: \"\") { paths { words } } }")]
    [InlineData(Role.Economist, "{ testQuestionnaire(questionnaire: \"\", tests: []) { passed } }")]
    [InlineData(Role.Ministry, "{ compareQuestionnaires(before: \"\", after: \"\") { drafts } }")]
    [InlineData(Role.Economist, "{ explainScore(study: \"x\", answers: []) { score } }")]
    [InlineData(Role.Operator, "mutation { revokeToken(id: \"x\") { state } }")]
    [InlineData(Role.Operator, "{ tokens { id } }")]
    [InlineData(Role.Operator, "{ auditLog { number } }")]
    [InlineData(Role.Economist, "{ auditLog { number } }")]
    [InlineData(Role.Ministry, "{ auditLog { number } }")]
    [InlineData(Role.Economist, "{ tokens { name } }")]
    [InlineData(Role.Ministry, "{ tokens { name } }")]
    [InlineData(Role.Administrator, "{ response { status } }")]
    public async Task A_field_of_others_is_forbidden(Role role, string query)
    {
        var answer = await platform.Query(query, token: await platform.Token(role), accept: "application/graphql-response+json");
        Assert.Equal(("FORBIDDEN", HttpStatusCode.Forbidden), (answer.Code, answer.Status));
    }

    [Fact]
    public async Task A_study_is_opened_and_closed()
    {
        await platform.Publish("second-study");
        var token = await platform.Token(Role.Operator);
        Assert.Equal(
            "IN_FIELD",
            (await platform.Query("mutation { openStudy(id: \"second-study\") { phase } }", token: token))
                .Data.GetProperty("openStudy")
                .GetProperty("phase")
                .GetString()
        );
        Assert.Equal(
            "CLOSED",
            (await platform.Query("mutation { closeStudy(id: \"second-study\") { phase } }", token: token))
                .Data.GetProperty("closeStudy")
                .GetProperty("phase")
                .GetString()
        );
        Assert.Equal("STUDY_UNKNOWN", (await platform.Query("mutation { openStudy(id: \"nobody\") { phase } }", token: token)).Code);
    }

    [Fact]
    public async Task An_administrator_hands_out_tokens()
    {
        var created = (
            await platform.Query(
                "mutation { createToken(role: MINISTRY, land: \"SN\", name: \"Ministerium\") { token } }",
                token: await platform.Token(Role.Administrator)
            )
        ).Data;
        var token = created.GetProperty("createToken").GetProperty("token").GetString();
        Assert.Equal("FORBIDDEN", (await platform.Query("{ response { status } }", token: token)).Code);
    }

    [Fact]
    public async Task An_administrator_lists_tokens_and_revokes_one()
    {
        var administrator = await platform.Token(Role.Administrator);
        var created = (
            await platform.Query(
                "mutation { createToken(role: ECONOMIST, name: \"to be revoked\", days: 2) { token id expiresAt } }",
                token: administrator
            )
        ).Data.GetProperty("createToken");
        var (token, id) = (created.GetProperty("token").GetString()!, created.GetProperty("id").GetString()!);
        Assert.True(created.GetProperty("expiresAt").GetDateTimeOffset() > TimeProvider.System.GetUtcNow().AddDays(1));
        var listed = (
            await platform.Query("{ tokens { id role land name createdAt expiresAt revokedAt state } }", token: administrator)
        ).Data.GetProperty("tokens");
        Assert.Equal("VALID", Listed(listed, id).GetProperty("state").GetString());
        Assert.Equal(created.GetProperty("expiresAt").GetString(), Listed(listed, id).GetProperty("expiresAt").GetString());
        Assert.DoesNotContain("dmkt_", listed.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("NO_RESPONDENTS", (await platform.Query("{ studies { indexTable { live } } }", token: administrator)).Code);
        Assert.Null((await platform.Query("{ studies { indexTable { live } } }", token: token)).Code);

        for (var time = 1; time <= 2; time++)
        {
            var revoked = await platform.Query(
                "mutation A($id: ID!) { revokeToken(id: $id) { state revokedAt } " + "}",
                new { id },
                token: administrator
            );
            Assert.Equal("REVOKED", revoked.Data.GetProperty("revokeToken").GetProperty("state").GetString());
        }

        Assert.Equal("UNAUTHENTICATED", (await platform.Query("{ studies { id } }", token: token)).Code);
        Assert.Equal("TOKEN_UNKNOWN", (await platform.Query("mutation { revokeToken(id: \"x\") { state } }", token: administrator)).Code);
    }

    [Fact]
    public async Task An_administrator_reads_who_did_what()
    {
        await platform.Publish("audited-study");
        var token = await platform.Token(Role.Operator);
        await platform.Query("mutation { openStudy(id: \"audited-study\") { phase } }", token: token);

        var administrator = await platform.Token(Role.Administrator);
        var (after, found) = (0, new List<string>());
        while (true)
        {
            var page = (
                await platform.Query(
                    "query A($after: Int!) { auditLog(first: 3, after: $after) { number at actor action study outcome } }",
                    new { after },
                    token: administrator
                )
            ).Data.GetProperty("auditLog");
            if (page.GetArrayLength() == 0)
            {
                break;
            }

            foreach (var entry in page.EnumerateArray())
            {
                after = entry.GetProperty("number").GetInt32();
                if (entry.GetProperty("study").GetString() == "audited-study")
                {
                    Assert.Matches("^operator, token [0-9a-f]{12}$", entry.GetProperty("actor").GetString());
                    found.Add($"{entry.GetProperty("action")} {entry.GetProperty("outcome")}");
                }
            }
        }

        Assert.Equal(["study.open begun", "study.open done"], found);
        Assert.Equal("INVALID_ARGUMENT", (await platform.Query("{ auditLog(first: 101) { number } }", token: administrator)).Code);
    }

    private static JsonElement Listed(JsonElement tokens, string id) =>
        Assert.Single(tokens.EnumerateArray(), token => token.GetProperty("id").GetString() == id);

    [Theory]
    [InlineData("role: PUBLIC, name: \"x\"")]
    [InlineData("role: ECONOMIST, name: \"\"")]
    [InlineData("role: ECONOMIST, name: \"x\", land: \"SN\"")]
    [InlineData("role: MINISTRY, name: \"x\"")]
    [InlineData("role: MINISTRY, name: \"x\", land: \"XX\"")]
    [InlineData("role: ECONOMIST, name: \"x\", days: 0")]
    public async Task A_token_that_makes_no_sense_is_refused(string arguments) =>
        Assert.Equal(
            "INVALID_ARGUMENT",
            (
                await platform.Query(
                    $"mutation {{ createToken({arguments}) {{ token }} " + "}",
                    token: await platform.Token(Role.Administrator)
                )
            ).Code
        );

    [Fact]
    public async Task Everybody_reads_studies_questionnaires_and_classifications()
    {
        var data = (
            await platform.Query(
                "{ study(id: \"small-study\") { title tables indices { nodes { id depth parent } levels { id "
                    + "from } } } classification(id: \"land\", language: EN) { entries { code label properties { key value } } } "
                    + "questionnaire(id: \"small\") { title checks { id level must } sections { routing questions { id type min max unit "
                    + "variables { id label } reasonsForNotAnswering } } } nothing: questionnaire(id: \"nothing\") { id } }"
            )
        ).Data;
        Assert.Equal("Kleine Studie", data.GetProperty("study").GetProperty("title").GetString());
        Assert.Equal(16, data.GetProperty("classification").GetProperty("entries").GetArrayLength());
        Assert.Equal(
            "SINGLE",
            data.GetProperty("questionnaire").GetProperty("sections")[0].GetProperty("questions")[1].GetProperty("type").GetString()
        );
        Assert.Equal(JsonValueKind.Null, data.GetProperty("nothing").ValueKind);
    }
}
