using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Companies that figures per person employed cannot tell apart.</summary>
/// <param name="Stratum">Where the frame has them.</param>
/// <param name="Cell">Where they stand by what they say.</param>
/// <param name="Scores">Of which of the <see cref="NodeFamily.Headlines"/> they have a score.</param>
/// <param name="Persons">How many each of them employs; NaN where it has not said.</param>
public sealed record PersonGroup(ReportingCell Stratum, ReportingCell Cell, ScorePattern Scores, double Persons, long Count)
{
    /// <summary>What is kept of them for the figures per person of one node.</summary>
    public static MomentLayout Layout { get; } = new(1) { PerPerson = true };
}
