using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>How many respondents of a reporting cell have a score that is not yet shown although they are.</summary>
/// <param name="Counts">Per index model of the study and node.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.PendingScores")]
internal sealed record PendingScores([property: Id(0)] ReportingCell Cell, [property: Id(1)] long[][] Counts);
