using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>Moments of one Land at one state: all that ever leaves a partition.</summary>
/// <param name="Version">The highest submission in it.</param>
/// <param name="Moments">Not to be changed by whoever receives them.</param>
/// <param name="Versions">Of the respondents in it.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.PartitionMoments")]
internal sealed record PartitionMoments(
    [property: Id(0)] long Version,
    [property: Id(1)] StudyMoments Moments,
    [property: Id(2)] VersionMix Versions
);
