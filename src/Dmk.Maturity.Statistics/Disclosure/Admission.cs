using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>Disclosure control over time: which companies readers other than operators may see now, and in which tables.</summary>
/// <remarks>Whoever knows a table before and after a company has entered it, or a total and its parts, knows that company's score by
/// subtraction. So companies enter in lots, and whoever is seen in a table is seen in all that are coarser. Seen from one table, companies
/// are alike that have entered it and the tables that refine it at the same states, as only these can be added up to its cells; in every
/// cell there are none or at least the minimum of each such kind. Every set of companies that can be formed by adding and subtracting
/// cells of tables and of states is made up of whole kinds.</remarks>
public static class Admission
{
    /// <summary>Not seen in a table.</summary>
    public const int Never = 0;

    /// <summary>Of the companies, how many must be able to enter a table for it to be opened: those who cannot are of another kind in all
    /// coarser tables, and small kinds withhold figures there.</summary>
    private const double WorthATable = 0.75;

    /// <summary>Of so many lots in a cell every choice is looked at.</summary>
    private const int MostLots = 6;

    /// <summary>Of the companies, how many a kind must have in the first table.</summary>
    private const double WorthAKind = 0.03;

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
    /// <param name="histories">Per group and table the state in which it was entered, or <see cref="Never"/>.</param>
    /// <param name="mayEnter">Per group, whether it may enter further tables now.</param>
    /// <param name="opens">Per table, whether it may be entered now. Companies that are seen elsewhere already enter a table only while
    /// nobody is seen in it.</param>
    /// <param name="state">The number of the new state, above all in the histories.</param>
    /// <param name="minimum">Of companies of one kind in a cell.</param>
    /// <returns>The histories after it.</returns>
    /// <exception cref="ArgumentException">Lists of unequal length, or a history that leaves out a coarser table.</exception>
    public static IReadOnlyList<IReadOnlyList<int>> Advance(
        IReadOnlyList<AlikeCompanies> companies,
        IReadOnlyList<IReadOnlyList<int>> histories,
        IReadOnlyList<bool> mayEnter,
        IReadOnlyList<bool> opens,
        TableLinks links,
        int state,
        int minimum
    )
    {
        Check(companies, histories, mayEnter, links, state);
        var step = new Step(companies, histories, mayEnter, opens, links, state, minimum);
        step.Settle();
        return step.Histories;
    }

    /// <summary>A history as it shows in a table.</summary>
    /// <param name="finer">The places of the table and of those that refine it.</param>
    public static string Seen(IReadOnlyList<int> history, IReadOnlyList<int> finer) =>
        string.Join(',', finer.Select(table => history[table].ToString(CultureInfo.InvariantCulture)));

    private static void Check(
        IReadOnlyList<AlikeCompanies> companies,
        IReadOnlyList<IReadOnlyList<int>> histories,
        IReadOnlyList<bool> mayEnter,
        TableLinks links,
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

        if (
            histories.Any(history =>
                Enumerable
                    .Range(0, links.Finer.Count)
                    .Any(table => history[table] == Never && links.Finer[table].Any(fine => history[fine] != Never))
            )
        )
        {
            throw new ArgumentException("A company that is seen in a table is seen in all coarser ones.", nameof(histories));
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
        private readonly IReadOnlyList<IReadOnlyList<int>> _before;
        private readonly TableLinks _links;
        private readonly int _state;
        private readonly int _minimum;
        private readonly int[][] _now;

        /// <summary>As the links, but for margins that are not opened.</summary>
        private readonly IReadOnlyList<int>[] _needing;

        public Step(
            IReadOnlyList<AlikeCompanies> companies,
            IReadOnlyList<IReadOnlyList<int>> histories,
            IReadOnlyList<bool> mayEnter,
            IReadOnlyList<bool> opens,
            TableLinks links,
            int state,
            int minimum
        )
        {
            (_companies, _before, _links, _state, _minimum) = (companies, histories, links, state, minimum);
            bool[] fresh = [.. opens.Select((_, table) => histories.All(history => history[table] == Never))];
            bool[] open = [.. opens.Select((may, table) => may && (!fresh[table] || IsWorthAlone(table)))];
            // A margin that nobody is in keeps nobody from the others.
            _needing = [.. links.Needing.Select((needing, table) => open[table] || !fresh[table] ? needing : links.Finer[table])];
            _now =
            [
                .. histories.Select(
                    (history, at) =>
                        history
                            .Select(
                                (entered, table) =>
                                    entered == Never && mayEnter[at] && open[table] && (fresh[table] || history.All(one => one == Never))
                                        ? state
                                        : entered
                            )
                            .ToArray()
                ),
            ];
            for (var at = 0; at < _now.Length; at++)
            {
                KeepOrder(at);
            }
        }

        public IReadOnlyList<IReadOnlyList<int>> Histories => _now;

        /// <summary>Whether enough companies could enter a table if it were the only one.</summary>
        private bool IsWorthAlone(int table)
        {
            var admitted = Greatest(_companies, [0, table], _minimum);
            var could = _companies.Where((_, at) => admitted[at]).Sum(one => one.Count);
            return could >= WorthATable * _companies.Sum(one => one.Count);
        }

        public void Settle()
        {
            for (var changed = true; changed; )
            {
                changed = TakeBackSmallKinds() || CloseFinestUnworthy() || CloseWhereLotsShow() || TakeBackTies();
            }
        }

        /// <summary>Nobody is seen in a table who is not seen in the coarser ones.</summary>
        private void KeepOrder(int at)
        {
            for (var table = 0; table < _links.Finer.Count; table++)
            {
                if (_now[at][table] == Never)
                {
                    foreach (var fine in _needing[table].Where(fine => _now[at][fine] == _state))
                    {
                        _now[at][fine] = Never;
                    }
                }
            }
        }

        private bool TakeBackSmallKinds()
        {
            var changed = false;
            for (var table = _links.Finer.Count - 1; table >= 0; table--)
            {
                foreach (var kind in SmallKinds(table))
                {
                    changed |= TakeBack(kind, table);
                }
            }

            return changed;
        }

        /// <summary>Nobody enters a table now into which too few can.</summary>
        private bool CloseFinestUnworthy()
        {
            var seen = Companies(0);
            for (var table = _links.Finer.Count - 1; table > 0; table--)
            {
                if (Companies(table) < WorthATable * seen && Enumerable.Range(0, _now.Length).Any(at => _now[at][table] == _state))
                {
                    for (var at = 0; at < _now.Length; at++)
                    {
                        Leave(at, _now[at][table] == _state ? table : -1);
                    }

                    return true;
                }
            }

            return false;
        }

        /// <summary>Nobody enters a table now whose cells nearly make up lots that are known from a coarser one: of the lots and of the
        /// cells those are left that an attacker cannot match, in each cell the smaller part.</summary>
        private bool CloseWhereLotsShow()
        {
            for (var table = 0; table < _links.Finer.Count; table++)
            {
                foreach (var fine in _links.Finer[table].Where(fine => fine != table && Enterers(fine).Any()))
                {
                    if (LotsShow(table, fine))
                    {
                        for (var at = 0; at < _now.Length; at++)
                        {
                            Leave(at, Enters(at, fine) ? fine : -1);
                        }

                        return true;
                    }
                }
            }

            return false;
        }

        /// <summary>Few companies that alone tie cells of two tables together wait: a cell of one less that of the other would tell of
        /// them.</summary>
        private bool TakeBackTies()
        {
            for (var one = 0; one < _links.Finer.Count; one++)
            {
                for (var other = one + 1; other < _links.Finer.Count; other++)
                {
                    if (!_links.Finer[one].Contains(other) && TakeBackTies(one, other))
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        private bool TakeBackTies(int one, int other)
        {
            int[] states = [.. _now.SelectMany(history => new[] { history[one], history[other] }).Distinct().Where(lot => lot != Never)];
            var finer = _links.Finer[one].Concat(_links.Finer[other]).Where(fine => fine != one && fine != other);
            return TakeBackTies(one, other, (at, table) => _now[at][table] != Never)
                || (states.Length > 1 && states.Any(lot => TakeBackTies(one, other, (at, table) => _now[at][table] == lot)))
                || finer.Any(fine => TakeBackTies(one, other, (at, table) => _now[at][table] != Never && _now[at][fine] == Never));
        }

        /// <param name="isSeen">Whether a group is meant, as it is seen in a table.</param>
        private bool TakeBackTies(int one, int other, Func<int, int, bool> isSeen)
        {
            var shared = _links.Shared(one, other);
            var seen = Enumerable.Range(0, _now.Length).Where(at => isSeen(at, one) || isSeen(at, other));
            foreach (var cell in seen.GroupBy(at => _companies[at].Cells[shared]))
            {
                // Whoever is in one of the two tables only is tied to what no cell makes up.
                var points = new Dictionary<(int Table, int Cell), int> { [(-1, -1)] = 0 };
                int[] members = [.. cell];
                (int One, int Other, long Count)[] edges =
                [
                    .. members.Select(at => (Point(at, one), Point(at, other), _companies[at].Count)),
                ];
                if (SmallestCut.Below(_minimum, points.Count, edges) is { } sides)
                {
                    int[] ties = [.. members.Where((at, place) => sides[edges[place].One] != sides[edges[place].Other] && Enters(at, 0))];
                    foreach (var at in ties)
                    {
                        Leave(at, 0);
                    }

                    if (ties.Length > 0)
                    {
                        return true;
                    }
                }

                int Point(int at, int table)
                {
                    var key = isSeen(at, table) ? (table, _companies[at].Cells[table]) : (-1, -1);
                    if (!points.TryGetValue(key, out var point))
                    {
                        points.Add(key, point = points.Count);
                    }

                    return point;
                }
            }

            return false;
        }

        private IEnumerable<int> Enterers(int table) => Enumerable.Range(0, _now.Length).Where(at => Enters(at, table));

        private bool Enters(int at, int table) => _now[at][table] == _state;

        private bool LotsShow(int table, int fine)
        {
            var inCells = Enumerable.Range(0, _now.Length).Where(at => _now[at][table] != Never).GroupBy(at => _companies[at].Cells[table]);
            foreach (var cell in inCells)
            {
                int[] lots = [.. cell.Select(at => _now[at][table]).Distinct().Order()];
                // All ways to take some lots and leave the others; of many lots only single ones are small.
                var ways =
                    lots.Length <= MostLots ? Enumerable.Range(1, (1 << (lots.Length - 1)) - 1) : lots.Select((_, place) => 1 << place);
                foreach (var way in ways)
                {
                    var left = cell.Where(at => _now[at][fine] != Never)
                        .GroupBy(at => _companies[at].Cells[fine])
                        .Sum(part => Math.Min(Of(part, taken: true), Of(part, taken: false)));
                    left += cell.Where(at => _now[at][fine] == Never && IsTaken(at)).Sum(at => _companies[at].Count);
                    if (left > 0 && left < _minimum)
                    {
                        return true;
                    }

                    long Of(IEnumerable<int> part, bool taken)
                    {
                        return part.Where(at => IsTaken(at) == taken).Sum(at => _companies[at].Count);
                    }

                    bool IsTaken(int at)
                    {
                        return (way >> Array.IndexOf(lots, _now[at][table]) & 1) == 1;
                    }
                }
            }

            return false;
        }

        private long Companies(int table) =>
            Enumerable.Range(0, _now.Length).Where(at => _now[at][table] != Never).Sum(at => _companies[at].Count);

        /// <summary>Of companies of one kind in a cell of a table.</summary>
        private double Fewest(int table) => table > 0 ? _minimum : Math.Max(_minimum, WorthAKind * Companies(0));

        /// <summary>The companies of each kind of which there are too few in a cell.</summary>
        private Kind[] SmallKinds(int table)
        {
            var kinds = new Dictionary<(int Cell, string Seen), Kind>();
            for (var at = 0; at < _companies.Count; at++)
            {
                if (_now[at][table] != Never)
                {
                    var key = (_companies[at].Cells[table], Seen(_now[at], _links.Finer[table]));
                    if (!kinds.TryGetValue(key, out var kind))
                    {
                        kinds.Add(key, kind = new(key.Item1, key.Item2, []));
                    }

                    kind.Members.Add(at);
                }
            }

            var fewest = Fewest(table);
            return [.. kinds.Values.Where(kind => kind.Members.Sum(at => _companies[at].Stays[table] ? _companies[at].Count : 0) < fewest)];
        }

        /// <summary>Those who entered now leave the finest table in which they did, where they may be like others; if there are none,
        /// others have left their kind, and come back to it.</summary>
        private bool TakeBack(Kind kind, int table)
        {
            var changed = false;
            foreach (var at in kind.Members)
            {
                var left = _links.Finer[table].LastOrDefault(fine => _now[at][fine] == _state, -1);
                changed |= left >= 0;
                Leave(at, left);
            }

            if (changed)
            {
                return true;
            }

            for (var at = 0; at < _companies.Count; at++)
            {
                if (
                    _companies[at].Cells[table] == kind.Cell
                    && _before[at][table] != Never
                    && Seen(_before[at], _links.Finer[table]) == kind.Seen
                )
                {
                    foreach (var fine in _links.Finer[table].Where(fine => _now[at][fine] == _state).ToArray())
                    {
                        Leave(at, fine);
                        changed = true;
                    }
                }
            }

            return changed;
        }

        /// <summary>With all tables that refine it.</summary>
        private void Leave(int at, int table)
        {
            if (table >= 0)
            {
                foreach (var fine in _needing[table].Where(fine => _now[at][fine] == _state))
                {
                    _now[at][fine] = Never;
                }
            }
        }

        private sealed record Kind(int Cell, string Seen, List<int> Members);
    }
}
