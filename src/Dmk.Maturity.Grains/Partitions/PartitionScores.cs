using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>How often each score of a node occurs in one Land at one state.</summary>
/// <param name="Version">The highest submission in it.</param>
/// <param name="Versions">Of the respondents in it.</param>
/// <param name="Places">Each stratum with a reporting cell once.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.PartitionScores")]
internal sealed record PartitionScores(
    [property: Id(0)] long Version,
    [property: Id(1)] VersionMix Versions,
    [property: Id(2)] PartitionPlace[] Places
);

/// <summary>The scores of those who were drawn in one stratum and stand in one reporting cell.</summary>
/// <param name="Scores">Each once.</param>
/// <param name="Counts">How many have each.</param>
/// <param name="Without">How many have none.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.PartitionPlace")]
internal sealed record PartitionPlace(
    [property: Id(0)] ReportingCell Stratum,
    [property: Id(1)] ReportingCell Cell,
    [property: Id(2)] double[] Scores,
    [property: Id(3)] long[] Counts,
    [property: Id(4)] long Without
)
{
    public static PartitionPlace Of(PlaceScores place) =>
        new(
            place.Stratum,
            place.Cell,
            [.. place.Scores.Select(one => one.Score)],
            [.. place.Scores.Select(one => one.Count)],
            place.Without
        );

    public PlaceScores Read() => new(Stratum, Cell, [.. Scores.Zip(Counts, (score, count) => new ScoreCount(score, count))], Without);
}
