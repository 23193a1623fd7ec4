using System.CommandLine;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>Options of <c>estimate</c> that ranks, mixes and waves do or do not go with.</summary>
internal sealed record BesideNeighbours(
    Option By,
    Option<SampleStatistic> Statistic,
    Option Replicates,
    IReadOnlyList<Option> Comparisons,
    IReadOnlyList<Option> Calibrations
);
