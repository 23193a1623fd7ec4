using Dmk.Maturity.Indices;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The cell moments of one study under one index model: for every (design stratum, reporting cell) those of all nodes. Merging
/// adds.</summary>
public sealed class StudyMoments
{
    private readonly Dictionary<(ReportingCell Stratum, ReportingCell Cell), CellMoments> _cells;

    /// <summary>Null where all cells are held here alone; else those that have become so since somebody else held them, too.</summary>
    private HashSet<(ReportingCell Stratum, ReportingCell Cell)>? _own;

    public StudyMoments(MomentLayout layout)
        : this(layout, []) { }

    private StudyMoments(MomentLayout layout, Dictionary<(ReportingCell Stratum, ReportingCell Cell), CellMoments> cells) =>
        (Layout, _cells) = (layout, cells);

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

    /// <summary>All of several together. What only one of them holds is not copied: it costs as much as there are cells, whatever is kept
    /// in them.</summary>
    /// <param name="node">See <see cref="Node"/>.</param>
    /// <exception cref="ArgumentException">Parts of another layout.</exception>
    public static StudyMoments Of(MomentLayout layout, IEnumerable<StudyMoments> parts, int? node = null)
    {
        var all = new StudyMoments(layout) { Node = node, _own = [] };
        foreach (var part in parts)
        {
            if (!part.Layout.Equals(layout))
            {
                throw new ArgumentException("These moments keep different sums.", nameof(parts));
            }

            if (part._own is not { Count: 0 })
            {
                part._own = [];
            }

            foreach (var (key, moments) in part._cells)
            {
                if (!all._cells.TryAdd(key, moments))
                {
                    all.At(key.Stratum, key.Cell).Merge(moments);
                }
            }
        }

        return all;
    }

    /// <summary>As they are now; these go on changing. A cell is copied when it next changes.</summary>
    public StudyMoments Snapshot()
    {
        _own = [];
        return new(Layout, new(_cells)) { Node = Node, _own = [] };
    }

    /// <summary>For adding.</summary>
    public CellMoments At(ReportingCell stratum, ReportingCell cell)
    {
        var key = (stratum, cell);
        if (!_cells.TryGetValue(key, out var moments))
        {
            _cells.Add(key, moments = new CellMoments(Layout));
            _ = _own?.Add(key);
        }
        else if (_own?.Add(key) == true)
        {
            _cells[key] = moments = moments.Copy();
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
