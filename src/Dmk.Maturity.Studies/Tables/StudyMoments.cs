using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The cell moments of one study under one index model: for every (design stratum, reporting cell) those of all nodes. Merging
/// adds.</summary>
public sealed class StudyMoments
{
    private readonly List<(ReportingCell Stratum, ReportingCell Cell)> _keys = [];
    private readonly List<CellMoments> _moments;

    /// <summary>Null while these moments stand in <see cref="_pairs"/> alone.</summary>
    private Dictionary<(ReportingCell Stratum, ReportingCell Cell), int>? _places;

    /// <summary>Null where a pair has come since it was made.</summary>
    private CellPairs? _pairs;

    /// <summary>Null where all cells are held here alone; else the places of those that have become so since somebody else held them,
    /// too.</summary>
    private HashSet<int>? _own;

    public StudyMoments(MomentLayout layout) => (Layout, _moments, _places) = (layout, [], []);

    /// <summary>Of cells that others hold, too.</summary>
    private StudyMoments(MomentLayout layout, CellPairs pairs, IEnumerable<CellMoments> moments) =>
        (Layout, _pairs, _moments, _own) = (layout, pairs, [.. moments], []);

    /// <summary>Of nodes without levels, products or persons.</summary>
    public StudyMoments(int nodes)
        : this(new MomentLayout(nodes)) { }

    /// <summary>What every cell keeps.</summary>
    public MomentLayout Layout { get; }

    public int Nodes => Layout.Variables;

    /// <summary>The only node of the model whose scores it holds, as variable 0; null where it holds those of all.</summary>
    public int? Node { get; init; }

    public IReadOnlyDictionary<(ReportingCell Stratum, ReportingCell Cell), CellMoments> Cells => new View(this);

    public long Respondents
    {
        get
        {
            var sum = 0L;
            foreach (var cell in _moments)
            {
                sum += cell.Respondents;
            }

            return sum;
        }
    }

    /// <summary>The pairs that it has.</summary>
    internal CellPairs Pairs => _pairs ??= new([.. _keys]);

    /// <summary>Those of each pair, in the order of <see cref="Pairs"/>.</summary>
    internal IReadOnlyList<CellMoments> OfPairs => _moments;

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
        StudyMoments[] all = [.. parts];
        if (Array.Exists(all, part => !part.Layout.Equals(layout)))
        {
            throw new ArgumentException("These moments keep different sums.", nameof(parts));
        }

        var union = CellPairs.Union(Array.ConvertAll(all, part => part.Pairs));
        var moments = new CellMoments[union.Whole.Keys.Count];
        var own = new HashSet<int>();
        for (var i = 0; i < all.Length; i++)
        {
            // What is handed out is shared from now on.
            if (all[i]._own is not { Count: 0 })
            {
                all[i]._own = [];
            }

            var places = union.PlacesOf[i];
            for (var j = 0; j < places.Length; j++)
            {
                ref var at = ref moments[places[j]];
                if (at is null)
                {
                    at = all[i]._moments[j];
                    continue;
                }

                if (own.Add(places[j]))
                {
                    at = at.Copy();
                }

                at.Merge(all[i]._moments[j]);
            }
        }

        return new(layout, union.Whole, moments) { Node = node, _own = own };
    }

    /// <summary>Of these cells, which nobody else holds.</summary>
    internal static StudyMoments Of(MomentLayout layout, CellPairs pairs, IReadOnlyList<CellMoments> cells, int? node) =>
        new(layout, pairs, cells) { Node = node, _own = null };

    /// <summary>All cells, as <see cref="Read"/> takes them on a machine of the same byte order.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(_moments.Count);
        foreach (var ((stratum, cell), moments) in Cells)
        {
            writer.Write(stratum.ToString());
            writer.Write(cell.ToString());
            KeptRows.Write<long>(writer, moments.ToWords());
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote of moments of the same layout.</summary>
    /// <exception cref="ArgumentException">It was of another one.</exception>
    /// <exception cref="InvalidDataException">It was something else.</exception>
    public static StudyMoments Read(BinaryReader reader, MomentLayout layout)
    {
        var read = new StudyMoments(layout);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var key = (ReportingCell.Parse(reader.ReadString()), ReportingCell.Parse(reader.ReadString()));
            read._places!.Add(key, read._keys.Count);
            read._keys.Add(key);
            read._moments.Add(CellMoments.FromWords(layout, KeptRows.Read<long>(reader)));
        }

        return read;
    }

    /// <summary>As they are now; these go on changing. A cell is copied when it next changes.</summary>
    public StudyMoments Snapshot()
    {
        _own = [];
        return new(Layout, Pairs, _moments) { Node = Node };
    }

    /// <summary>For adding.</summary>
    public CellMoments At(ReportingCell stratum, ReportingCell cell)
    {
        var key = (stratum, cell);
        if (!PlaceOf.TryGetValue(key, out var place))
        {
            Begin();
            PlaceOf.Add(key, place = _keys.Count);
            _keys.Add(key);
            _moments.Add(new(Layout));
            _pairs = null;
            _ = _own?.Add(place);
        }
        else if (_own?.Add(place) == true)
        {
            _moments[place] = _moments[place].Copy();
        }

        return _moments[place];
    }

    public void Merge(StudyMoments other)
    {
        foreach (var ((stratum, cell), moments) in other.Cells)
        {
            At(stratum, cell).Merge(moments);
        }
    }

    private Dictionary<(ReportingCell Stratum, ReportingCell Cell), int> PlaceOf => _places ?? _pairs!.Places;

    private IReadOnlyList<(ReportingCell Stratum, ReportingCell Cell)> Keys => _places is null ? _pairs!.Keys : _keys;

    /// <summary>Keeps the pairs itself, before another one comes.</summary>
    private void Begin()
    {
        if (_places is null)
        {
            _places = new(_pairs!.Places);
            _keys.AddRange(_pairs.Keys);
        }
    }

    /// <summary>By stratum and cell.</summary>
    private sealed class View(StudyMoments of) : IReadOnlyDictionary<(ReportingCell Stratum, ReportingCell Cell), CellMoments>
    {
        public int Count => of._moments.Count;

        public IEnumerable<(ReportingCell Stratum, ReportingCell Cell)> Keys => of.Keys;

        public IEnumerable<CellMoments> Values => of._moments;

        public CellMoments this[(ReportingCell Stratum, ReportingCell Cell) key] => of._moments[of.PlaceOf[key]];

        public bool ContainsKey((ReportingCell Stratum, ReportingCell Cell) key) => of.PlaceOf.ContainsKey(key);

        public bool TryGetValue((ReportingCell Stratum, ReportingCell Cell) key, [MaybeNullWhen(false)] out CellMoments value)
        {
            var isThere = of.PlaceOf.TryGetValue(key, out var place);
            value = isThere ? of._moments[place] : null;
            return isThere;
        }

        public IEnumerator<KeyValuePair<(ReportingCell Stratum, ReportingCell Cell), CellMoments>> GetEnumerator() =>
            of.Keys.Zip(of._moments, KeyValuePair.Create).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
