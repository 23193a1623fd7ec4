namespace Dmk.Maturity.Statistics;

/// <summary>One step of <see cref="Admission"/>. Everybody begins as far as may be, and is taken back until every kind is large enough in
/// every cell; in the end nobody moves, and that is what was valid before.</summary>
internal sealed class AdmissionStep
{
    /// <summary>Of the companies, how many must be able to enter a table for it to be opened: those who cannot are of another kind in all
    /// coarser tables, and small kinds withhold figures there.</summary>
    private const double WorthATable = 0.75;

    /// <summary>Of the companies, how many a kind must have in the first table.</summary>
    private const double WorthAKind = 0.03;

    private readonly IReadOnlyList<AlikeCompanies> _companies;
    private readonly IReadOnlyList<IReadOnlyList<int>> _before;
    private readonly TableLinks _links;
    private readonly int _state;
    private readonly int _minimum;
    private readonly int[][] _now;

    /// <summary>As the links, but for margins that are not opened.</summary>
    private readonly IReadOnlyList<int>[] _needing;

    public AdmissionStep(
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
        bool[] fresh = [.. opens.Select((_, table) => histories.All(history => history[table] == Admission.Never))];
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
                                entered == Admission.Never
                                && mayEnter[at]
                                && open[table]
                                && (fresh[table] || history.All(one => one == Admission.Never))
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
        var admitted = Admission.Greatest(_companies, [0, table], _minimum);
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
            if (_now[at][table] == Admission.Never)
            {
                foreach (var fine in _needing[table].Where(fine => _now[at][fine] == _state))
                {
                    _now[at][fine] = Admission.Never;
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
                if (LotsInCells.Show(_companies, _now, table, fine, _minimum))
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
        int[] states =
        [
            .. _now.SelectMany(history => new[] { history[one], history[other] }).Distinct().Where(lot => lot != Admission.Never),
        ];
        var finer = _links.Finer[one].Concat(_links.Finer[other]).Where(fine => fine != one && fine != other);
        return TakeBackTies(one, other, (at, table) => _now[at][table] != Admission.Never)
            || (states.Length > 1 && states.Any(lot => TakeBackTies(one, other, (at, table) => _now[at][table] == lot)))
            || finer.Any(fine =>
                TakeBackTies(one, other, (at, table) => _now[at][table] != Admission.Never && _now[at][fine] == Admission.Never)
            );
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
            (int One, int Other, long Count)[] edges = [.. members.Select(at => (Point(at, one), Point(at, other), _companies[at].Count))];
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

    private long Companies(int table) =>
        Enumerable.Range(0, _now.Length).Where(at => _now[at][table] != Admission.Never).Sum(at => _companies[at].Count);

    /// <summary>Of companies of one kind in a cell of a table.</summary>
    private double Fewest(int table) => table > 0 ? _minimum : Math.Max(_minimum, WorthAKind * Companies(0));

    /// <summary>The companies of each kind of which there are too few in a cell.</summary>
    private Kind[] SmallKinds(int table)
    {
        var kinds = new Dictionary<(int Cell, string Seen), Kind>();
        for (var at = 0; at < _companies.Count; at++)
        {
            if (_now[at][table] != Admission.Never)
            {
                var key = (_companies[at].Cells[table], Admission.Seen(_now[at], _links.Finer[table]));
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
                && _before[at][table] != Admission.Never
                && Admission.Seen(_before[at], _links.Finer[table]) == kind.Seen
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
                _now[at][fine] = Admission.Never;
            }
        }
    }

    private sealed record Kind(int Cell, string Seen, List<int> Members);
}
