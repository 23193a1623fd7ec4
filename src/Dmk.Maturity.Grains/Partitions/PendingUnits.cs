using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>How many respondents of each reporting cell have come since the shown state.</summary>
/// <param name="Version">The highest submission that was counted.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.PendingUnits")]
internal sealed record PendingUnits([property: Id(0)] long Version, [property: Id(1)] KeyValuePair<ReportingCell, long>[] Cells);
