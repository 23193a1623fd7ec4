using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Changes of one measure between two waves, domain by domain.</summary>
/// <param name="panel">Null for separate samples.</param>
internal sealed class WaveChanges(WaveRequest wanted, PanelCovariances? panel, double level)
{
    /// <param name="before">Per domain; null where it has no value.</param>
    /// <param name="after">Likewise.</param>
    /// <param name="residuals">Of a domain, in the earlier and in the later wave; called with a panel only.</param>
    public IReadOnlyList<DomainChange> Of(
        IReadOnlyList<SampleEstimate?> before,
        IReadOnlyList<SampleEstimate?> after,
        Func<int, (IReadOnlyList<(int Unit, double Residual)> Before, IReadOnlyList<(int Unit, double Residual)> After)> residuals
    )
    {
        DomainChange[] changes = [.. before.Select((_, domain) => Of(domain, before[domain], after[domain], residuals))];
        var adjusted = Holm.Of([.. changes.Select(change => change.Trend.Change.P)]);
        return [.. changes.Select((change, domain) => change with { PHolm = adjusted.P[domain] })];
    }

    private DomainChange Of(
        int domain,
        SampleEstimate? before,
        SampleEstimate? after,
        Func<int, (IReadOnlyList<(int Unit, double Residual)> Before, IReadOnlyList<(int Unit, double Residual)> After)> residuals
    )
    {
        var (earlier, later) = (Wave(before), Wave(after));
        if (panel is null)
        {
            var separate = Trend.Independent(earlier, later, wanted.Years, level);
            return new(earlier, before?.Respondents ?? 0, separate, double.NaN, null, null);
        }

        var (movedBefore, movedAfter) = residuals(domain);
        var (covariance, inBoth) = panel.Of(movedBefore, movedAfter, earlier.StandardError * later.StandardError);
        var trend = Trend.Overlapping(earlier, later, double.IsNaN(covariance) ? 0 : covariance, wanted.Years, level);
        return new(earlier, before?.Respondents ?? 0, trend, double.NaN, inBoth, covariance);
    }

    /// <summary>What does not vary needs no degrees of freedom; what varies has no standard error without them.</summary>
    private static WaveEstimate Wave(SampleEstimate? estimate) =>
        estimate is null || !double.IsFinite(estimate.Value) ? new(double.NaN, double.NaN)
        : estimate.DegreesOfFreedom > 0 ? new(estimate.Value, estimate.StandardError, estimate.DegreesOfFreedom)
        : new(estimate.Value, estimate.StandardError == 0 ? 0 : double.NaN);
}
