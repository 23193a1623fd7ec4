using Dmk.Maturity.Indices;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The cell moments of one study under one index model: for every (design stratum, reporting cell) those of all nodes. Merging
/// adds.</summary>
public sealed class StudyMoments
{
    private readonly Dictionary<(ReportingCell Stratum, ReportingCell Cell), CellMoments> _cells = [];

    public StudyMoments(MomentLayout layout) => Layout = layout;

    /// <summary>Of nodes without levels, products or persons.</summary>
    public StudyMoments(int nodes)
        : this(new MomentLayout(nodes)) { }

    /// <summary>What every cell keeps.</summary>
    public MomentLayout Layout { get; }

    public int Nodes => Layout.Variables;

    /// <summary>The only node of the model whose scores it holds, as variable 0; null where it holds those of all.</summary>
    public int? Node { get; init; }

    public IReadOnlyDictionary<(ReportingCell Stratum, ReportingCell Cell), CellMoments> Cells => _cells;

    public long Respondents => _cells.Values.Sum(cell => cell.Respondents);

    /// <summary>Of a model: who reaches which level, and products of the index (which comes first) and its dimensions, so that other
    /// weights of the dimensions can be tried without a look at the answers.</summary>
    public static MomentLayout LayoutOf(IndexModel model)
    {
        int[] crossed = [.. model.Nodes.Where(node => node.Depth <= 1).Select(node => node.Index).Order()];
        var steps = model.Steps;
        return new(model.Nodes.Count)
        {
            Crossed = crossed.Length <= MomentLayout.MostCrossed ? crossed : [],
            Steps = [.. model.Nodes.Select(_ => steps)],
        };
    }

    /// <summary>Of a model in a study: by the persons employed, too, where the study declares them.</summary>
    public static MomentLayout LayoutOf(StudyDesign design, IndexModel model) =>
        LayoutOf(model) with
        {
            PerPerson = design.PersonsEmployed is not null,
        };

    public CellMoments At(ReportingCell stratum, ReportingCell cell)
    {
        if (!_cells.TryGetValue((stratum, cell), out var moments))
        {
            _cells.Add((stratum, cell), moments = new CellMoments(Layout));
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
