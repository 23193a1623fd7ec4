using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("Difference"), Description("A difference of two figures. For readers other than operators that of the figures as they are shown.")]
internal sealed class DifferenceView(PublishedDifference difference, double adjusted)
{
    [Description("In points of the index.")]
    public double Value => difference.Value;

    [Description("With the covariance of the two.")]
    public double? StandardError => difference.StandardError.OrNull;

    [Description("The lower bound of its 95 % interval.")]
    public double? Lower => difference.Lower.OrNull;

    [Description("The upper bound of its 95 % interval.")]
    public double? Upper => difference.Upper.OrNull;

    [Description("Of a two-sided t test against no difference; null without one.")]
    public double? P => difference.P.OrNull;

    [Description("Adjusted after Holm for all differences of this kind in the comparison; null where there is one alone.")]
    public double? AdjustedP => adjusted.OrNull;
}
