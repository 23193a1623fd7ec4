using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>How far each reporting cell of one Land's partition is shown.</summary>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.PartitionMarks")]
internal sealed record PartitionMarks([property: Id(0)] Dictionary<ReportingCell, CellMark> Cells)
{
    public static PartitionMarks Nothing { get; } = new([]);

    public CellMark Of(ReportingCell cell) => Cells.GetValueOrDefault(cell, CellMark.Nothing);
}
