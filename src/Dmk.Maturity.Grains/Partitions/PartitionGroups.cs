using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>Companies of one Land's partition that disclosure control cannot tell apart.</summary>
/// <param name="Scores">Of which nodes they have a score; see <see cref="ScorePattern"/>.</param>
/// <param name="History">Its number in the shown state.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.PartitionGroup")]
internal readonly record struct PartitionGroup(
    [property: Id(0)] ReportingCell Stratum,
    [property: Id(1)] ReportingCell Cell,
    [property: Id(2)] string Scores,
    [property: Id(3)] int History,
    [property: Id(4)] long Count
);

/// <summary>Companies of one Land's partition that figures per person employed cannot tell apart.</summary>
/// <param name="Scores">Of which indices and dimensions they have a score; see <see cref="ScorePattern"/>.</param>
/// <param name="Persons">How many each of them employs; NaN where it has not said.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.PartitionPersons")]
internal readonly record struct PartitionPersons(
    [property: Id(0)] ReportingCell Stratum,
    [property: Id(1)] ReportingCell Cell,
    [property: Id(2)] string Scores,
    [property: Id(3)] double Persons,
    [property: Id(4)] long Count
);

/// <summary>All submissions of a partition up to one, in groups. The same rows and the same last submission give the same groups in the
/// same order.</summary>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.PartitionGroups")]
internal sealed record PartitionGroups([property: Id(0)] long UpTo, [property: Id(1)] PartitionGroup[] Groups);
