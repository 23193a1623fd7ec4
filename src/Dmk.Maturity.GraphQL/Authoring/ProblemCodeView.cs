using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("ProblemCode"), Description("A code that checking an author's texts reports, as 'questionnaire explain' says it.")]
internal sealed class ProblemCodeView(ProblemCode code)
{
    [Description("As in unknown-key.")]
    public string Code => code.Code;

    [Description("What kind of mistake it is, such as names or expressions.")]
    public string Area => code.Area;

    [Description("Whether it can forbid publication; some are errors in one case and warnings in another.")]
    public bool CanBeError => code.Severities.Contains(Severity.Error);

    [Description("What is meant.")]
    public string Meaning => code.Meaning;

    [Description("What to do.")]
    public string Remedy => code.Remedy;

    [Description("What it looks like, where a line can show it.")]
    public string? Example => code.Example;
}
