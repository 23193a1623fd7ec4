using System.Globalization;
using System.Numerics;

namespace Dmk.Maturity.Statistics;

/// <summary>All tables that are shown together, and every equation between their cells.</summary>
/// <remarks>Two tables that share dimensions add up to the same margin, shown or not; so tables that no one shows but anyone can add up
/// are part of the lattice (with Place -1),
/// and so is the rest where the shown parts fall short of their total. Where shown cells are empty, so is all below them, and further
/// equations follow: then the finest cells are part of the lattice,
/// too, though nobody shows them. Without empty cells they would add nothing: tables closed under intersection depend on each other
/// through their margins only.</remarks>
internal sealed class Lattice
{
    private readonly long[] _strides;
    private readonly Dictionary<string, int>[] _ranks;
    private readonly List<LatticeCell> _cells = [];
    private readonly List<Relation> _relations = [];
    private readonly SortedDictionary<ulong, SortedDictionary<long, int>> _tables = [];

    public Lattice(IReadOnlyList<SetCell> cells)
    {
        var dimensions = cells.Count == 0 ? 0 : cells[0].Codes.Count;
        if (cells.FirstOrDefault(cell => cell.Codes.Count != dimensions) is { } odd)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Cell {NameOf(odd)} has {odd.Codes.Count} dimensions, the first one {dimensions}."
                ),
                nameof(cells)
            );
        }

        _ranks = [.. Enumerable.Range(0, dimensions).Select(dimension => RanksOf(cells.Select(cell => cell.Codes[dimension])))];
        _strides = new long[dimensions];
        for (var (dimension, stride) = (dimensions - 1, 1L); dimension >= 0; dimension--)
        {
            _strides[dimension] = stride;
            stride = checked(stride * (_ranks[dimension].Count + 1));
        }

        AddShown(cells);
        AddUnshown();
        Relate();
        AddFinest();
    }

    /// <summary>In an order that does not depend on the caller's: shown ones first, table by table.</summary>
    public IReadOnlyList<LatticeCell> Cells => _cells;

    public IReadOnlyList<Relation> Relations => _relations;

    private static Dictionary<string, int> RanksOf(IEnumerable<string?> codes) =>
        codes
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Index()
            .ToDictionary(code => code.Item, code => code.Index + 1, StringComparer.Ordinal);

    private static string NameOf(SetCell cell) => string.Join('|', cell.Codes.Select(code => code ?? "*"));

    private void AddShown(IReadOnlyList<SetCell> cells)
    {
        var keyed = cells.Select((cell, place) => (Cell: cell, Place: place, Table: TableOf(cell), Key: KeyOf(cell)));
        foreach (var (cell, place, table, key) in keyed.OrderBy(one => one.Table).ThenBy(one => one.Key))
        {
            if (!Add(key, new LatticeCell(table, cell.Respondents, place) { Guard = cell.Guard, IsOpen = cell.IsOpen }))
            {
                throw new ArgumentException($"Cell {NameOf(cell)} stands twice in the lattice.", nameof(cells));
            }
        }
    }

    private void AddUnshown()
    {
        var shown = _tables.Keys.ToArray();
        foreach (var table in ClosedUnderIntersection(shown))
        {
            var sums = new SortedDictionary<long, long>();
            foreach (var finer in shown.Where(finer => finer != table && (finer & table) == table))
            {
                foreach (
                    var parts in _tables[finer].GroupBy(cell => Project(cell.Key, table), cell => _cells[cell.Value].Respondents).ToArray()
                )
                {
                    sums[parts.Key] = Math.Max(sums.GetValueOrDefault(parts.Key), parts.Sum());
                }
            }

            foreach (var (key, respondents) in sums)
            {
                _ = Add(key, new LatticeCell(table, respondents, -1));
            }
        }
    }

    private static SortedSet<ulong> ClosedUnderIntersection(IReadOnlyCollection<ulong> tables)
    {
        var closed = new SortedSet<ulong>(tables);
        while (
            closed.SelectMany(_ => closed, (one, other) => one & other).FirstOrDefault(both => !closed.Contains(both), ulong.MaxValue)
                is var missing
                    and not ulong.MaxValue
        )
        {
            _ = closed.Add(missing);
        }

        return closed;
    }

    /// <summary>Equations between a table and the next finer ones; those further apart follow.</summary>
    private void Relate()
    {
        var pairs = _tables
            .Keys.SelectMany(_ => _tables.Keys, (coarse, fine) => (coarse, fine))
            .Where(pair => IsFiner(pair.fine, pair.coarse));
        foreach (
            var (coarse, fine) in pairs
                .Where(pair => !_tables.Keys.Any(between => IsFiner(pair.fine, between) && IsFiner(between, pair.coarse)))
                .ToArray()
        )
        {
            var partsOf = _tables[fine].ToLookup(cell => Project(cell.Key, coarse), cell => cell.Value);
            foreach (var (key, total) in _tables[coarse])
            {
                _relations.Add(new Relation(total, WithRest(total, [.. partsOf[key]])));
            }
        }
    }

    /// <summary>All cells in all dimensions that no empty shown cell excludes. Where a total has a rest, nothing is certain to be
    /// empty.</summary>
    private void AddFinest()
    {
        var shown = _tables.Keys.Where(table => !_tables.Keys.Any(finer => IsFiner(finer, table))).ToArray();
        var finest = shown.Aggregate(0UL, (all, table) => all | table);
        if (shown.Length < 2 || shown.All(IsFull) || _cells.Exists(cell => cell.Table == LatticeCell.Rest))
        {
            return;
        }

        var partsOf = shown.ToDictionary(table => table, _ => new Dictionary<long, List<int>>());
        foreach (var key in PossibleKeys(finest, shown))
        {
            foreach (var table in shown)
            {
                var projected = Project(key, table);
                _ = partsOf[table].TryAdd(projected, []);
                partsOf[table][projected].Add(_cells.Count);
            }

            _cells.Add(new LatticeCell(finest, LatticeCell.Uncounted, -1));
        }

        _relations.AddRange(
            partsOf.SelectMany(table => table.Value.Select(cell => new Relation(_tables[table.Key][cell.Key], cell.Value)))
        );
    }

    private bool IsFull(ulong table) =>
        _tables[table].Values.Count(cell => _cells[cell].Respondents > 0)
        == Dimensions(table).Aggregate(1L, (product, dimension) => product * _ranks[dimension].Count);

    private IEnumerable<long> PossibleKeys(ulong finest, ulong[] shown)
    {
        IEnumerable<long> keys = [0L];
        var settled = 0UL;
        foreach (var dimension in Dimensions(finest))
        {
            settled |= 1UL << dimension;
            var decided = shown.Where(table => (table & ~settled) == 0 && (table & (1UL << dimension)) != 0).ToArray();
            keys = keys.SelectMany(key => _ranks[dimension].Values.Select(rank => key + (rank * _strides[dimension])))
                .Where(key =>
                    decided.All(table => _tables[table].TryGetValue(Project(key, table), out var cell) && _cells[cell].Respondents > 0)
                );
        }

        return keys;
    }

    private List<int> WithRest(int total, List<int> parts)
    {
        var rest = _cells[total].Respondents - parts.Sum(part => _cells[part].Respondents);
        if (rest < 0)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A cell of {_cells[total].Respondents} respondents "
                        + $"has parts of {_cells[total].Respondents - rest}: tables of one lattice come from the same respondents."
                )
            );
        }

        if (rest > 0)
        {
            _cells.Add(new LatticeCell(LatticeCell.Rest, rest, -1));
            parts.Add(_cells.Count - 1);
        }

        return parts;
    }

    private static bool IsFiner(ulong fine, ulong coarse) => fine != coarse && (fine & coarse) == coarse;

    private bool Add(long key, LatticeCell cell)
    {
        if (!_tables.TryGetValue(cell.Table, out var cells))
        {
            cells = [];
            _tables.Add(cell.Table, cells);
        }

        var added = cells.TryAdd(key, _cells.Count);
        if (added)
        {
            _cells.Add(cell);
        }

        return added;
    }

    private static ulong TableOf(SetCell cell) =>
        cell.Codes.Index().Aggregate(0UL, static (table, code) => code.Item is null ? table : table | (1UL << code.Index));

    private long KeyOf(SetCell cell) =>
        cell.Codes.Index().Sum(code => code.Item is null ? 0 : _ranks[code.Index][code.Item] * _strides[code.Index]);

    /// <summary>Keeps the codes of a table's dimensions and totals over the others.</summary>
    private long Project(long key, ulong table)
    {
        var projected = 0L;
        foreach (var dimension in Dimensions(table))
        {
            projected += key / _strides[dimension] % (_ranks[dimension].Count + 1) * _strides[dimension];
        }

        return projected;
    }

    private static IEnumerable<int> Dimensions(ulong table)
    {
        for (; table != 0; table &= table - 1)
        {
            yield return BitOperations.TrailingZeroCount(table);
        }
    }
}
