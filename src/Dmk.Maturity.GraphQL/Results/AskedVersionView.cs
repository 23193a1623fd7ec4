using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("AskedVersion"), Description("A version of the questionnaire among the figures' respondents.")]
internal sealed record AskedVersionView(
    [property: Description("Semantic version, as in 1.0.0.")] string Version,
    [property: Description("SHA-256 over the text of its file, lower-case hexadecimal.")] string Hash,
    [property: Description("How many were asked it.")] int Respondents
)
{
    internal static AskedVersionView Of(Questionnaire questionnaire, long respondents) =>
        new(questionnaire.Version, questionnaire.Hash, checked((int)respondents));
}
