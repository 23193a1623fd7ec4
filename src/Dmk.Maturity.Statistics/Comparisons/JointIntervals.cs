namespace Dmk.Maturity.Statistics;

/// <summary>Several intervals that hold together: each widened, so that all of them hold at the level of one (Bonferroni; Dunn
/// 1961).</summary>
public static class JointIntervals
{
    /// <param name="estimate">Its interval, level and degrees of freedom may be rounded: nothing else is needed.</param>
    /// <param name="intervals">How many hold together, at least 1; 1 leaves the interval as it is.</param>
    /// <param name="scale">No value lies outside; an interval that was made on the logit of it is widened there.</param>
    /// <returns>NaN without an interval, or below one degree of freedom.</returns>
    public static (double Lower, double Upper) Widened(Estimate estimate, int intervals, (double From, double To) scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(intervals, 1);
        if (estimate.Lower == estimate.Upper)
        {
            return (estimate.Lower, estimate.Upper);
        }

        var factor = Factor(estimate, intervals);
        return
            estimate.Method is IntervalMethod.Logit or IntervalMethod.AdjustedLogit
            && estimate.Value > scale.From
            && estimate.Value < scale.To
            ? (OnLogit(estimate.Lower), OnLogit(estimate.Upper))
            : (OnLine(estimate.Lower), OnLine(estimate.Upper));

        double OnLine(double end)
        {
            return estimate.Value + ((end - estimate.Value) * factor);
        }

        double OnLogit(double end)
        {
            if (end <= scale.From || end >= scale.To)
            {
                return end;
            }

            var middle = Logit(estimate.Value, scale);
            var share = 1 / (1 + Math.Exp(-(middle + ((Logit(end, scale) - middle) * factor))));
            return scale.From + (share * (scale.To - scale.From));
        }
    }

    private static double Factor(Estimate estimate, int intervals) =>
        intervals == 1 ? 1
        : estimate.DegreesOfFreedom >= 1
            ? new TQuantiles(1 - ((1 - estimate.Level) / intervals)).Of(estimate.DegreesOfFreedom)
                / new TQuantiles(estimate.Level).Of(estimate.DegreesOfFreedom)
        : double.NaN;

    private static double Logit(double value, (double From, double To) scale) => Math.Log((value - scale.From) / (scale.To - value));
}
