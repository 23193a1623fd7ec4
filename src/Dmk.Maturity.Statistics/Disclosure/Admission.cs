using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>Disclosure control over time: which companies readers other than operators may see now, and in which tables.</summary>
/// <remarks>Whoever knows a table before and after a company has entered it, or a total and its parts, knows that company's score by
/// subtraction. So companies enter in lots: tables stand in an order, coarse ones first, and a company that is seen in one is seen in all
/// before it. Seen from one table, companies are alike that have entered it and the tables after it at the same states; in every cell of
/// the table there are none or at least the minimum of each such kind. Every set of companies that can be formed by adding and
/// subtracting cells of tables and of states is made up of whole kinds.</remarks>
public static class Admission
{
    /// <summary>Not seen in a table.</summary>
    public const int Never = 0;

    /// <summary>The largest part of the companies such that every cell of some tables holds none or at least the minimum of
    /// them.</summary>
    /// <remarks>There is exactly one: a cell with too few can hold none in any valid choice, so its companies are dropped until nothing
    /// changes; and the union of two valid choices is valid.</remarks>
    /// <param name="companies">In any order; it does not matter.</param>
    /// <param name="tables">The places of those that count.</param>
    /// <param name="minimum">Of companies that stay where the frame has them.</param>
    /// <returns>Per group, whether it is admitted: whole groups, as they are alike.</returns>
    public static IReadOnlyList<bool> Greatest(IReadOnlyList<AlikeCompanies> companies, IReadOnlyList<int> tables, int minimum)
    {
        var admitted = Enumerable.Repeat(true, companies.Count).ToArray();
        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var table in tables)
            {
                var staying = new Dictionary<int, long>();
                for (var at = 0; at < companies.Count; at++)
                {
                    if (admitted[at])
                    {
                        var one = companies[at];
                        staying[one.Cells[table]] = staying.GetValueOrDefault(one.Cells[table]) + (one.Stays[table] ? one.Count : 0);
                    }
                }

                for (var at = 0; at < companies.Count; at++)
                {
                    if (admitted[at] && staying[companies[at].Cells[table]] < minimum)
                    {
                        (admitted[at], changed) = (false, true);
                    }
                }
            }
        }

        return admitted;
    }

    /// <summary>Lets companies enter, each as many tables as it can.</summary>
    /// <param name="companies">All of the study; alike ones with unlike histories stand apart.</param>
    /// <param name="histories">Per group and table the state in which it was entered, <see cref="Never"/> where it was not: after that no
    /// other.</param>
    /// <param name="mayEnter">Per group, whether it may enter further tables now.</param>
    /// <param name="state">The number of the new state, above all in the histories.</param>
    /// <param name="minimum">Of companies of one kind in a cell.</param>
    /// <returns>The histories after it.</returns>
    /// <exception cref="ArgumentException">Lists of unequal length, or a history that leaves out a table.</exception>
    public static IReadOnlyList<IReadOnlyList<int>> Advance(
        IReadOnlyList<AlikeCompanies> companies,
        IReadOnlyList<IReadOnlyList<int>> histories,
        IReadOnlyList<bool> mayEnter,
        int state,
        int minimum
    )
    {
        Check(companies, histories, mayEnter, state);
        if (companies.Count == 0)
        {
            return [];
        }

        var step = new Step(companies, histories, mayEnter, state, minimum);
        step.Settle();
        return [.. Enumerable.Range(0, companies.Count).Select(step.History)];
    }

    private static void Check(
        IReadOnlyList<AlikeCompanies> companies,
        IReadOnlyList<IReadOnlyList<int>> histories,
        IReadOnlyList<bool> mayEnter,
        int state
    )
    {
        if (companies.Count != histories.Count || companies.Count != mayEnter.Count)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{histories.Count} histories and {mayEnter.Count} permissions for {companies.Count} groups of companies."
                ),
                nameof(histories)
            );
        }

        if (histories.Any(history => history.SkipWhile(entered => entered != Never).Any(entered => entered != Never)))
        {
            throw new ArgumentException("A company that is seen in a table is seen in all before it.", nameof(histories));
        }

        if (histories.Any(history => history.Any(entered => entered >= state)))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"State {state} does not come after all others."),
                nameof(state)
            );
        }
    }

    /// <summary>One state after another. Everybody begins as far as may be, and is taken back until every kind is large enough in every
    /// cell; in the end nobody moves, and that is what was valid before.</summary>
    private sealed class Step
    {
        private readonly IReadOnlyList<AlikeCompanies> _companies;
        private readonly int _state;
        private readonly int _minimum;
        private readonly int _tables;
        private readonly int[][] _before;
        private readonly int[] _depthBefore;
        private readonly int[] _depth;

        public Step(
            IReadOnlyList<AlikeCompanies> companies,
            IReadOnlyList<IReadOnlyList<int>> histories,
            IReadOnlyList<bool> mayEnter,
            int state,
            int minimum
        )
        {
            (_companies, _state, _minimum) = (companies, state, minimum);
            _before = [.. histories.Select(history => history.ToArray())];
            _tables = _before[0].Length;
            _depthBefore = [.. _before.Select(history => history.Count(entered => entered != Never))];
            _depth = [.. _depthBefore.Select((depth, at) => mayEnter[at] ? _tables : depth)];
        }

        public void Settle()
        {
            for (var changed = true; changed; )
            {
                changed = false;
                for (var table = _tables - 1; table >= 0; table--)
                {
                    foreach (var kind in SmallKinds(table))
                    {
                        changed |= TakeBack(kind, table);
                    }
                }
            }
        }

        public int[] History(int at) =>
            [.. Enumerable.Range(0, _tables).Select(table => table < _depthBefore[at] ? _before[at][table] : EnteredNow(at, table))];

        private int EnteredNow(int at, int table) => table < _depth[at] ? _state : Never;

        private bool Moves(int at) => _depth[at] > _depthBefore[at];

        /// <summary>Of one cell, the companies of each kind of which there are too few.</summary>
        private IEnumerable<Kind> SmallKinds(int table)
        {
            var kinds = new Dictionary<(int Cell, string Seen), Kind>();
            for (var at = 0; at < _companies.Count; at++)
            {
                if (_depth[at] > table)
                {
                    var key = (_companies[at].Cells[table], Seen(History(at), table));
                    if (!kinds.TryGetValue(key, out var kind))
                    {
                        kinds.Add(key, kind = new(key.Item1, key.Item2, []));
                    }

                    kind.Members.Add(at);
                }
            }

            return
            [
                .. kinds.Values.Where(kind => kind.Members.Sum(at => _companies[at].Stays[table] ? _companies[at].Count : 0) < _minimum),
            ];
        }

        /// <summary>Those who entered now go one table less far, where they may meet others; if there are none, others have left their kind,
        /// and come back to it.</summary>
        private bool TakeBack(Kind kind, int table)
        {
            var entered = kind.Members.Where(Moves).ToArray();
            foreach (var at in entered)
            {
                _depth[at] = Math.Max(_depthBefore[at], _depth[at] - 1);
            }

            var left =
                entered.Length > 0
                    ? []
                    : Enumerable
                        .Range(0, _companies.Count)
                        .Where(at =>
                            Moves(at)
                            && _depthBefore[at] > table
                            && _companies[at].Cells[table] == kind.Cell
                            && Seen(_before[at], table) == kind.Seen
                        )
                        .ToArray();
            foreach (var at in left)
            {
                _depth[at] = _depthBefore[at];
            }

            return entered.Length > 0 || left.Length > 0;
        }

        /// <summary>A history as it shows in a table: nothing of it shows in a finer cell than a table has.</summary>
        private static string Seen(int[] history, int table) =>
            string.Join(',', history.Skip(table).Select(entered => entered.ToString(CultureInfo.InvariantCulture)));

        private sealed record Kind(int Cell, string Seen, List<int> Members);
    }
}
