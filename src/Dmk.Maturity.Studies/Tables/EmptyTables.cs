using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>What design and frame say about the tables of a study before anybody has answered. Made once for each frame and kept for as
/// long as that is in use: every state of the study needs it anew.</summary>
internal sealed class EmptyTables
{
    private static readonly ConditionalWeakTable<IReadOnlyList<FrameStratum>, EmptyTables> _known = [];

    private readonly StudyDesign _design;
    private readonly Dictionary<ReportingCell, int> _strata;
    private readonly ConcurrentDictionary<ReportingCell, long[]> _keys = new();
    private readonly ConditionalWeakTable<CellPairs, PlacedPairs> _placed = [];

    /// <summary>Per stratum its place in the ordinal order of strata.</summary>
    private readonly int[] _ranks;

    private EmptyTables(StudyDesign design, IReadOnlyList<FrameStratum> frame)
    {
        (_design, _strata) = (design, StrataOf(frame));
        Drawn = design.Population.IsCensus ? [Whole(frame)] : [.. frame.Select(stratum => AsStratum(design, stratum))];
        Tables = [.. design.Lattice.Prepend([]).Select(by => new EmptyTable(by, design, frame))];
        _ranks = new int[frame.Count];
        foreach (var (rank, stratum) in frame.Select(stratum => stratum.Cell).Order(ReportingCellOrder.Cells).Index())
        {
            _ranks[_strata[stratum]] = rank;
        }
    }

    /// <summary>The total first, then the tables of the lattice.</summary>
    public IReadOnlyList<EmptyTable> Tables { get; }

    /// <summary>The strata of the weights: those of the frame, or the one of a census.</summary>
    public IReadOnlyList<Stratum> Drawn { get; }

    /// <summary>Per stratum of the frame that of the weights.</summary>
    public IReadOnlyDictionary<ReportingCell, int> Strata =>
        field ??= _design.Population.IsCensus ? _strata.ToDictionary(stratum => stratum.Key, _ => 0) : _strata;

    /// <param name="frame">Each stratum once. It must not change any more.</param>
    /// <exception cref="ArgumentException">The frame is empty, a stratum stands in it twice, or has a code that its classification does not
    /// have.</exception>
    public static EmptyTables Of(StudyDesign design, IReadOnlyList<FrameStratum> frame)
    {
        var known = _known.GetValue(frame, _ => new(design, frame));
        return ReferenceEquals(known._design, design) ? known : new(design, frame);
    }

    /// <summary>Where pairs belong. Kept for as long as moments have these very ones.</summary>
    /// <exception cref="ArgumentException">Respondents of a stratum that is not in the frame.</exception>
    public PlacedPairs Placed(CellPairs pairs)
    {
        return _placed.GetValue(
            pairs,
            _ =>
                new(
                    Tables,
                    pairs.Keys.Select(key => (Rank: _ranks[StratumOf(key.Stratum)], Stratum: InWeights(key.Stratum), key.Cell)),
                    KeysOf
                )
        );

        int InWeights(ReportingCell stratum)
        {
            return _design.Population.IsCensus ? 0 : _strata[stratum];
        }

        int StratumOf(ReportingCell stratum)
        {
            return _strata.TryGetValue(stratum, out var h)
                ? h
                : throw new ArgumentException($"There are respondents of the stratum {stratum}, which is not in the frame.", nameof(pairs));
        }
    }

    /// <summary>Of a reporting cell in each table, see <see cref="EmptyTable.KeyOf"/>.</summary>
    private long[] KeysOf(ReportingCell cell) =>
        _keys.TryGetValue(cell, out var keys) ? keys : _keys.GetOrAdd(cell, [.. Tables.Select(table => table.KeyOf(cell))]);

    private static Dictionary<ReportingCell, int> StrataOf(IReadOnlyList<FrameStratum> frame)
    {
        if (frame.Count == 0)
        {
            throw new ArgumentException("The frame has no strata.", nameof(frame));
        }

        var strata = new Dictionary<ReportingCell, int>(frame.Count);
        for (var h = 0; h < frame.Count; h++)
        {
            if (!strata.TryAdd(frame[h].Cell, h))
            {
                throw new ArgumentException($"The stratum {frame[h].Cell} stands in the frame twice.", nameof(frame));
            }
        }

        return strata;
    }

    /// <summary>A census draws nobody: all units are one stratum, whatever the frame knows about them.</summary>
    private static Stratum Whole(IReadOnlyList<FrameStratum> frame) =>
        new([], frame.Sum(stratum => stratum.Population), frame.Sum(stratum => stratum.Sampled));

    private static Stratum AsStratum(StudyDesign design, FrameStratum stratum) =>
        new([.. design.Population.Strata.Select(variable => variable.CodeOf(stratum.Cell))], stratum.Population, stratum.Sampled);
}
