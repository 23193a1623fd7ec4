using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.GraphQL;

[Name("Collapse"), Description("A weighting class that was merged into another.")]
internal sealed class CollapseView(Collapse collapse)
{
    [Description("Codes of the class with too few respondents, in the order of the strata."), ListSize(3)]
    public IReadOnlyList<string> From => collapse.From;

    [Description("Codes of the class that took it in."), ListSize(3)]
    public IReadOnlyList<string> Into => collapse.Into;
}
