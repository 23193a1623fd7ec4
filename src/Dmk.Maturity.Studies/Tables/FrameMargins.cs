using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Moves weights until the margins of a study meet the counts of its frame.</summary>
internal static class FrameMargins
{
    /// <param name="cells">The reporting cells of the respondents, by the index that the sample's cells name.</param>
    /// <exception cref="ResultRequestException">No weights meet the frame; the message names the margin.</exception>
    public static WeightedCells Calibrated(
        WeightedCells sample,
        CalibrationRule rule,
        IReadOnlyList<FrameStratum> frame,
        IReadOnlyList<ReportingCell> cells
    )
    {
        try
        {
            return sample.Calibrated([.. rule.Margins.Select(margin => Term(margin, sample, frame, cells))], rule.Distance);
        }
        catch (Exception fault) when (fault is NotConvergedException or EmptyCategoryException)
        {
            throw new ResultRequestException(
                "WEIGHTS_IMPOSSIBLE",
                $"The companies that have answered so far cannot stand for the frame in all margins of the study: {fault.Message} "
                    + "There are figures once more have answered there, or when the study asks for coarser margins."
            );
        }
    }

    /// <summary>A company that has moved to where the frame has nobody counts in no category.</summary>
    private static CalibrationTerm.Categories Term(
        IReadOnlyList<ReportingVariable> margin,
        WeightedCells sample,
        IReadOnlyList<FrameStratum> frame,
        IReadOnlyList<ReportingCell> cells
    )
    {
        var totals = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var stratum in frame.Where(stratum => stratum.Population > 0))
        {
            var key = Key(stratum.Cell, margin);
            totals[key] = totals.GetValueOrDefault(key) + stratum.Population;
        }

        string[] labels = [.. totals.Keys];
        return new(
            string.Join(" x ", margin),
            [
                .. sample.Cells.Select(cell =>
                    Math.Max(-1, Array.BinarySearch(labels, Key(cells[cell.Cell], margin), StringComparer.Ordinal))
                ),
            ],
            labels,
            [.. totals.Values]
        );
    }

    private static string Key(ReportingCell cell, IReadOnlyList<ReportingVariable> margin) =>
        string.Join(ReportingCell.Separator, margin.Select(variable => variable.CodeOf(cell)));
}
