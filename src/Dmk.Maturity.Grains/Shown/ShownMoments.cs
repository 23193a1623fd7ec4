using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>What the tables of a state are made from, under one index model.</summary>
/// <param name="State">Its number; 0 shows nobody.</param>
/// <param name="Moments">Of unlike sets of companies; not to be changed by whoever receives them.</param>
/// <param name="MomentsOf">Per table of the study's order, the place of its moments.</param>
/// <param name="Versions">Of the companies that are shown.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.ShownMoments")]
internal sealed record ShownMoments(
    [property: Id(0)] int State,
    [property: Id(1)] StudyMoments[] Moments,
    [property: Id(2)] int[] MomentsOf,
    [property: Id(3)] VersionMix Versions,
    [property: Id(4)] ShownDecisions Decisions
);
