using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("FiredCheck"), Description("A check that fails.")]
internal sealed class FiredCheckView(Check check, IReadOnlyList<string> variables, Language language)
{
    [Id, Description("As in the questionnaire; to be named in confirmations.")]
    public string Id => check.Id;

    [Description("What to say to the company.")]
    public string Message => check.Message.In(language);

    [Description("Whether it asks for a reason in words.")]
    public bool ExplanationAsked => check.ExplanationAsked;

    [Description("Whether a confirmation without a reason confirms nothing.")]
    public bool ExplanationRequired => check.Explain == Explanation.Required;

    [Description("The asked variables that it reads."), ListSize(5)]
    public IReadOnlyList<string> Variables => variables;
}
