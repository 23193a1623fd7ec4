using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

/// <summary>What a response holds that does not count, as it is not offered under its other answers.</summary>
internal static class NotOfferedAnswers
{
    public const string Means =
        "Answers that do not count, as the chosen option is not offered or the row is not asked under the other answers. A draft keeps "
        + "them, a submission leaves them out; they forbid neither.";

    public static AnswerProblemView[] Of(CompanyResponse response, Language language) =>
        [.. NotOffered.In(response.Showing).Select(problem => new AnswerProblemView(problem, language))];
}
