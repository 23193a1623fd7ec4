using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The moments of one (stratum, reporting cell), and where they belong.</summary>
/// <param name="Rank">Of the stratum in the ordinal order of strata.</param>
/// <param name="Stratum">Its place in the weights: that in the frame, or 0 in a census.</param>
/// <param name="Keys">Per table of the study that of the reporting cell.</param>
internal readonly record struct PlacedMoments(int Rank, int Stratum, ReportingCell Cell, long[] Keys, CellMoments Moments)
    : IComparable<PlacedMoments>
{
    /// <summary>By stratum, then by reporting cell.</summary>
    public int CompareTo(PlacedMoments other) =>
        Rank != other.Rank ? Rank.CompareTo(other.Rank) : ReportingCellOrder.Cells.Compare(Cell, other.Cell);
}
