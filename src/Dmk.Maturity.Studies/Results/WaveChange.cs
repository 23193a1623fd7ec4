using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>How a node changed from an earlier wave of a study to this one, in total and by the cells of a table.</summary>
/// <remarks>Differences with the covariance of the companies in both waves (<see cref="WaveCovariances"/>) where the gate lets it be used;
/// else of separate samples with the degrees of freedom of Welch (1947). Later over earlier by the delta method;
/// <see cref="Trend"/>.</remarks>
/// <param name="Earlier">The study of the earlier wave.</param>
/// <param name="Before">The data of the earlier wave.</param>
/// <param name="Years">Between the waves.</param>
/// <param name="Table">Of the later wave.</param>
/// <param name="Cells">In its order; empty for the total alone.</param>
public sealed record WaveChange(
    Study Earlier,
    DataState Before,
    int Years,
    IndexTable Table,
    TrendCell Total,
    IReadOnlyList<TrendCell> Cells
)
{
    private const double Percent = 100;

    /// <param name="inTotal">Companies of both waves that stand in both totals.</param>
    /// <param name="inTable">Those that stand in both tables; not looked at for a total alone.</param>
    /// <exception cref="ResultRequestException">A class has a single respondent, and a study lets no figure rest on that.</exception>
    public static WaveChange Of(
        WaveSide before,
        WaveSide after,
        IReadOnlyList<CommonCompanies> inTotal,
        IReadOnlyList<CommonCompanies> inTable,
        Audience audience
    )
    {
        var (earlier, later) = (before.Table, after.Table);
        var gate = new Gate(Stricter(before, after), audience, (after.Asked.Model.ScaleFrom, after.Asked.Model.ScaleTo));
        var total = Changes(before, after, [], [], inTotal, [earlier.Total], [later.Total], gate, audience);
        var cells =
            after.Asked.By.Count == 0
                ? []
                : Changes(before, after, before.Asked.By, after.Asked.By, inTable, earlier.Cells, later.Cells, gate, audience);
        var years = after.Study.Design.Wave - before.Study.Design.Wave;
        return new(before.Study, before.Data, years, later, total[0], cells);
    }

    /// <summary>A study of one wave may ask for more companies than that of the other.</summary>
    private static ConfidentialityRule Stricter(WaveSide before, WaveSide after)
    {
        var (one, other) = (before.Study.Design.Confidentiality, after.Study.Design.Confidentiality);
        return one.MinimumRespondents > other.MinimumRespondents ? one : other;
    }

    private static TrendCell[] Changes(
        WaveSide before,
        WaveSide after,
        IReadOnlyList<ReportingVariable> earlierBy,
        IReadOnlyList<ReportingVariable> by,
        IReadOnlyList<CommonCompanies> common,
        IReadOnlyList<IndexCell> earlier,
        IReadOnlyList<IndexCell> later,
        Gate gate,
        Audience audience
    )
    {
        var (exactBefore, exactAfter) = (before.Exact(earlierBy), after.Exact(by));
        var covariances = after.Behind(by).CovariancesWith(before.Behind(earlierBy), earlierBy, by, after.Asked.Node, common);
        return [.. later.Select(Changed)];

        TrendCell Changed(IndexCell cell, int place)
        {
            var at = earlier.ToList().FindIndex(one => one.Codes.SequenceEqual(cell.Codes));
            if (
                at < 0
                || earlier[at].Figure.Estimate is null
                || cell.Figure.Estimate is null
                || exactBefore[at] is not { } one
                || exactAfter[place] is not { } other
            )
            {
                return new(at < 0 ? null : earlier[at], cell);
            }

            var (covariance, inBoth) = covariances?.Of(at, place) ?? (0, 0);
            var largest = one.StandardError * other.StandardError;
            var overlap = gate.MayUse(inBoth) && Math.Abs(covariance) <= largest ? WaveOverlap.Panel : WaveOverlap.Independent;
            var trend =
                overlap == WaveOverlap.Panel
                    ? Trend.Overlapping(Wave(one), Wave(other), covariance)
                    : Trend.Independent(Wave(one), Wave(other));
            return new(earlier[at], cell)
            {
                Change = gate.Difference(trend.Change, cell.Figure, earlier[at].Figure),
                Index = gate.Percentage(InPercent(trend.Relative), cell.Figure, earlier[at].Figure),
                Overlap = overlap,
                InBoth = audience.Sight == Sight.Live && covariances is not null ? inBoth : null,
            };
        }
    }

    private static Comparison InPercent(Comparison relative) =>
        relative with
        {
            Value = Percent * relative.Value,
            StandardError = Percent * relative.StandardError,
            Lower = Percent * relative.Lower,
            Upper = Percent * relative.Upper,
        };

    /// <summary>What does not vary needs no degrees of freedom; what varies has no standard error without them.</summary>
    private static WaveEstimate Wave(Estimate estimate) =>
        estimate.DegreesOfFreedom > 0
            ? new(estimate.Value, estimate.StandardError, estimate.DegreesOfFreedom)
            : new(estimate.Value, estimate.StandardError == 0 ? 0 : double.NaN);
}
