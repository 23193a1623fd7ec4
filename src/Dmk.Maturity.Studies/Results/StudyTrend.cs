using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>How a node of an index changed from earlier waves to a study.</summary>
/// <param name="By">None for the total alone.</param>
/// <param name="Waves">Earlier ones, the first in time first.</param>
public sealed record StudyTrend(IndexModel Model, IndexNode Node, IReadOnlyList<ReportingVariable> By, IReadOnlyList<WaveChange> Waves);
