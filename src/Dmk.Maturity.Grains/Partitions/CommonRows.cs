using Dmk.Maturity.Statistics;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>The companies of one Land's partition that have answered in an earlier wave, too, as read at one time.</summary>
/// <param name="EarlierModel">What the store calls the index model that scored them there.</param>
/// <param name="EarlierHighest">The last submission of the earlier wave at that time.</param>
/// <param name="Highest">That of this wave.</param>
internal sealed record CommonRows(string Earlier, int EarlierModel, long EarlierHighest, long Highest, IReadOnlyList<SubmissionPair> Pairs)
{
    /// <summary>Whether they are still all.</summary>
    public bool Answers(CommonQuestion question, long earlierHighest, long highest) =>
        (Earlier, EarlierModel, EarlierHighest, Highest) == (question.Earlier, question.EarlierModel, earlierHighest, highest);

    /// <summary>Those that the question is about, in groups in the order of their first one.</summary>
    public CommonGroup[] Groups(CommonQuestion question, PartitionColumns columns)
    {
        var groups =
            new OrderedDictionary<
                (ReportingCell StratumBefore, ReportingCell CellBefore, ReportingCell Stratum, ReportingCell Cell),
                CommonSums
            >();
        foreach (
            var pair in Pairs.Where(pair =>
                pair.After <= columns.Highest && question.Before?.Has(pair.Before) != false && question.After?.Has(pair.After) != false
            )
        )
        {
            var (stratum, cell) = columns.PlaceOf(pair.After);
            var key = (ReportingCell.Parse(pair.StratumBefore), ReportingCell.Parse(pair.CellBefore), stratum, cell);
            var sums = CommonSums.Of(pair.ScoresBefore[question.Node], columns.ScoreOf(pair.After, question.Model, question.Node));
            groups[key] = groups.TryGetValue(key, out var known) ? known.Plus(sums) : sums;
        }

        return [.. groups.Select(group => CommonGroup.Of(group.Key, group.Value))];
    }
}
