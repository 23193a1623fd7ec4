using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>What the tables of a state are made from, under one index model.</summary>
/// <param name="Version">Of what is stored of it; grows with every change.</param>
/// <param name="Histories">Those of the companies that are shown: per table of the study's order the state in which it was entered, 0 where
/// it was not.</param>
/// <param name="Moments">Of the companies of each history; not to be changed by whoever receives them.</param>
/// <param name="Versions">Of the companies that are shown.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.ShownMoments")]
internal sealed record ShownMoments(
    [property: Id(0)] long Version,
    [property: Id(1)] int[][] Histories,
    [property: Id(2)] StudyMoments[] Moments,
    [property: Id(3)] VersionMix Versions,
    [property: Id(4)] ShownDecisions Decisions
)
{
    /// <summary>Of the companies that are shown: stays as it is when only decisions on further figures of them come.</summary>
    [Id(5)]
    public long DataVersion { get; init; }

    /// <summary>The index models that were added, as far as the decisions are of them: in the order in which their nodes follow those of
    /// the study's file, that of the moments last. Empty for a model of the file.</summary>
    [Id(6)]
    public int[] Scorings { get; init; } = [];
}
