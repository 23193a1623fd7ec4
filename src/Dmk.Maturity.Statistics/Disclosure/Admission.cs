using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>Disclosure control over time: which new respondents readers other than operators may see now.</summary>
/// <remarks>Respondents times mean, before and after one submission, is that company's score. So a cell may change only by at least the
/// minimum of respondents at once,
/// in every table that is shown. New respondents are admitted per finest reporting cell, all or none, so that every table comes from the
/// same respondents.</remarks>
public static class Admission
{
    /// <summary>The largest set of finest cells such that in every cell of every lattice table the admitted respondents are none or at
    /// least the minimum.</summary>
    /// <remarks>There is exactly one: a lattice cell with too few candidates can hold no admitted one in any valid choice, so its
    /// candidates are dropped, until nothing changes;
    /// and the union of two valid choices is valid. The order of the cells does not matter. A cell with nothing pending is not part of
    /// the answer.
    /// Cost: cells x tables, and once more for every cell that is dropped.</remarks>
    /// <param name="cells">Per finest reporting cell, its code in every dimension.</param>
    /// <param name="pending">Per finest reporting cell, respondents since the state that was last shown; 0 or more.</param>
    /// <param name="lattice">The tables that are shown, each as the indices of its dimensions; an empty list is the grand total.</param>
    /// <param name="minimum">Of respondents that must enter a shown cell together.</param>
    /// <returns>Indices into <paramref name="cells"/>.</returns>
    public static IReadOnlySet<int> Admit(
        IReadOnlyList<IReadOnlyList<string>> cells,
        IReadOnlyList<long> pending,
        IReadOnlyList<IReadOnlyList<int>> lattice,
        int minimum
    )
    {
        Check(cells, pending);
        var candidates = Enumerable.Range(0, cells.Count).Where(cell => pending[cell] > 0).ToHashSet();
        var tables = lattice.Select(dimensions => new ShownTable(cells, dimensions, candidates, pending)).ToArray();
        var toLook = new Queue<(ShownTable Table, int Shown)>(tables.SelectMany(table => table.ShownCells.Select(shown => (table, shown))));
        while (toLook.TryDequeue(out var at))
        {
            if (at.Table.Admitted(at.Shown) >= minimum)
            {
                continue;
            }

            foreach (var cell in at.Table.CellsIn(at.Shown).Where(candidates.Remove))
            {
                foreach (var table in tables)
                {
                    table.Drop(cell, pending[cell]);
                    toLook.Enqueue((table, table.ShownOf(cell)));
                }
            }
        }

        return candidates;
    }

    private static void Check(IReadOnlyList<IReadOnlyList<string>> cells, IReadOnlyList<long> pending)
    {
        if (cells.Count != pending.Count)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{pending.Count} counts for {cells.Count} cells."),
                nameof(pending)
            );
        }

        foreach (var count in pending)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(pending));
        }
    }

    /// <summary>One table of the lattice: which finest cells make up each of its cells, and how many respondents are still to be admitted
    /// there.</summary>
    private sealed class ShownTable
    {
        private readonly int[] _shownOf;
        private readonly long[] _admitted;
        private readonly ILookup<int, int> _cellsIn;

        public ShownTable(
            IReadOnlyList<IReadOnlyList<string>> cells,
            IReadOnlyList<int> dimensions,
            HashSet<int> candidates,
            IReadOnlyList<long> pending
        )
        {
            _shownOf = new int[cells.Count];
            var shown = 1;
            foreach (var dimension in dimensions)
            {
                var refined = new Dictionary<(int, string), int>();
                for (var cell = 0; cell < cells.Count; cell++)
                {
                    var key = (_shownOf[cell], cells[cell][dimension]);
                    _ = refined.TryAdd(key, refined.Count);
                    _shownOf[cell] = refined[key];
                }

                shown = refined.Count;
            }

            _admitted = new long[shown];
            foreach (var cell in candidates)
            {
                _admitted[_shownOf[cell]] += pending[cell];
            }

            _cellsIn = candidates.ToLookup(cell => _shownOf[cell]);
        }

        public IEnumerable<int> ShownCells => _cellsIn.Select(cells => cells.Key);

        public int ShownOf(int cell) => _shownOf[cell];

        public long Admitted(int shown) => _admitted[shown];

        public IEnumerable<int> CellsIn(int shown) => _cellsIn[shown];

        public void Drop(int cell, long pending) => _admitted[_shownOf[cell]] -= pending;
    }
}
