using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("FiredCheck"), Description("A check that fails.")]
internal sealed class FiredCheckView(FiredCheck fired, Showing showing, Language language)
{
    [Id, Description("As in the questionnaire, or of a check that the study adds; to be named in confirmations.")]
    public string Id => fired.Check.Id;

    [Description("What to say to the company.")]
    public string Message => showing.Message(fired).In(language);

    [Description("Whether it asks for a reason in words.")]
    public bool ExplanationAsked => fired.Check.ExplanationAsked;

    [Description("Whether a confirmation without a reason confirms nothing.")]
    public bool ExplanationRequired => fired.Check.Explain == Explanation.Required;

    [Description("The asked variables that it reads."), ListSize(5)]
    public IReadOnlyList<string> Variables => fired.Variables;
}
