using System.Net;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>Who may read what, decided before anything is executed.</summary>
public sealed class RoleTests(Platform platform)
{
    [Theory]
    [InlineData("{ response { status } }")]
    [InlineData("{ checkResponse { canSubmit } }")]
    [InlineData("mutation { leave }")]
    [InlineData("mutation { saveAnswers(baseRevision: 0, answers: []) { revision } }")]
    [InlineData("mutation { submitResponse(idempotencyKey: \"1\") { result } }")]
    [InlineData("mutation { openStudy(id: \"x\") { id } }")]
    [InlineData("mutation { closeStudy(id: \"x\") { id } }")]
    [InlineData("mutation { showResults(id: \"x\") { state } }")]
    [InlineData("mutation { reviseStudy(id: \"x\", questionnaire: \"\") { changes { kind } } }")]
    [InlineData("mutation { publishStudy(study: \"\", questionnaire: \"\", indices: []) { problems { code } } }")]
    [InlineData("mutation { importFrame(study: \"x\", csv: \"\") { stored } }")]
    [InlineData("mutation { drawSample(study: \"x\", allocation: \"\") { seed } }")]
    [InlineData("{ studyStatus(study: \"x\") { next } }")]
    [InlineData("{ checkQuestionnaire(questionnaire: \"\") { code } }")]
    [InlineData("mutation { publishQuestionnaire(questionnaire: \"\") { problems { code } } }")]
    [InlineData("{ problemCodes { code } }")]
    [InlineData("{ questionnaireCodebook(questionnaire: \"\") { problems { code } } }")]
    [InlineData("{ questionnairePaper(questionnaire: \"\") { problems { code } } }")]
    [InlineData("{ questionnaireRouting(questionnaire: \"\") { problems { code } } }")]
    [InlineData("{ questionnaireBurden(questionnaire: \"\") { paths { words } } }")]
    [InlineData("{ testQuestionnaire(questionnaire: \"\", tests: []) { passed } }")]
    [InlineData("{ compareQuestionnaires(before: \"\", after: \"\") { drafts } }")]
    [InlineData("{ explainScore(study: \"x\", answers: []) { score } }")]
    [InlineData("mutation { createToken(role: ECONOMIST, name: \"x\") { token } }")]
    [InlineData("mutation { revokeToken(id: \"x\") { state } }")]
    [InlineData("{ tokens { id } }")]
    [InlineData("{ auditLog { number } }")]
    [InlineData("{ studies { indexTable { live } } }")]
    [InlineData("{ studies { strata { population } } }")]
    [InlineData("{ studies { weights { respondents } } }")]
    [InlineData("{ studies { ...Hidden } } fragment Hidden on Study { progress { drawn } }")]
    public async Task The_public_is_told_how_to_sign_in(string query)
    {
        var answer = await platform.Query(query, accept: "application/graphql-response+json");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("UNAUTHENTICATED", answer.Code);
        Assert.Contains("Authorization: Bearer TOKEN", answer.Error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer")]
    [InlineData("Bearer nonsense")]
    public async Task A_token_that_is_not_good_is_an_error_even_for_public_fields(string header)
    {
        using var request = platform.Request("{ __typename }");
        request.Headers.TryAddWithoutValidation("Authorization", header);
        var answer = await platform.Send(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("UNAUTHENTICATED", answer.Code);
        Assert.Contains("Bearer", answer.Message.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }
}
