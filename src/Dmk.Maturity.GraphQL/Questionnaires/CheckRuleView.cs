using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("CheckRule"), Description("A rule over answers, written as what must hold.")]
internal sealed class CheckRuleView(Check check, Language language)
{
    [Id, Description("Unique within the questionnaire.")]
    public string Id => check.Id;

    [Description("What happens when it fails.")]
    public CheckLevel Level => check.Level;

    [Description("The expression that must be true.")]
    public string Must => check.Must.Source;

    [Description("What a company reads when it fails.")]
    public string Message => check.Message.In(language);

    [Description("Whether it asks for a reason in words.")]
    public bool ExplanationAsked => check.ExplanationAsked;

    [Description("Whether a confirmation without a reason confirms nothing.")]
    public bool ExplanationRequired => check.Explain == Explanation.Required;
}
