using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[
    Name("LandMix"),
    Description("What of a Land's difference to Germany comes from its mix of companies, and what from companies of the same kind.")
]
internal sealed class LandMixView(LandMix mix)
{
    [Description("Its mean if its companies had the mix of Germany; where it has nobody of a kind, that kind's mean of Germany stands in.")]
    public DifferenceView Adjusted => new(mix.Adjusted, double.NaN);

    [Description("The share of Germany's mix of which the Land has companies with a score, 0 to 1.")]
    public double Covered => mix.Covered;

    [Description("The Land minus Germany among the companies of the table of kinds: composition and within together.")]
    public DifferenceView Difference => new(mix.Difference, double.NaN);

    [Description("Due to the mix.")]
    public DifferenceView Composition => new(mix.Composition, double.NaN);

    [Description("Due to companies of the same kind being ahead or behind.")]
    public DifferenceView Within => new(mix.Within, double.NaN);
}
