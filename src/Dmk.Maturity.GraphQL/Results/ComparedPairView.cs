using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("ComparedPair"), Description("Two Länder, the one minus the other.")]
internal sealed class ComparedPairView(ComparedPair pair, ReportingVariable land, CodeNames names)
{
    [Description("The one.")]
    public CodeView One => names.Of(land, pair.One);

    [Description("The other.")]
    public CodeView Other => names.Of(land, pair.Other);

    [Description("The one minus the other.")]
    public DifferenceView Difference => new(pair.Difference, pair.AdjustedP);
}
