using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The cell moments of one study under one index model: for every (design stratum, reporting cell) those of all nodes. Merging
/// adds.</summary>
public sealed class StudyMoments
{
    private readonly Dictionary<(ReportingCell Stratum, ReportingCell Cell), CellMoments> _cells = [];

    public StudyMoments(int nodes) => Nodes = nodes;

    public int Nodes { get; }

    public IReadOnlyDictionary<(ReportingCell Stratum, ReportingCell Cell), CellMoments> Cells => _cells;

    public long Respondents => _cells.Values.Sum(cell => cell.Respondents);

    public CellMoments At(ReportingCell stratum, ReportingCell cell)
    {
        if (!_cells.TryGetValue((stratum, cell), out var moments))
        {
            _cells.Add((stratum, cell), moments = new CellMoments(Nodes));
        }

        return moments;
    }

    public void Merge(StudyMoments other)
    {
        foreach (var ((stratum, cell), moments) in other.Cells)
        {
            At(stratum, cell).Merge(moments);
        }
    }
}
