namespace Dmk.Maturity.Questionnaires;

/// <summary>All that decides about a few formulas: answers, what is too involved to follow, and, as far as the budget goes, the path to
/// those answers. A path that is not followed may lead there or not.</summary>
/// <remarks>One is used for one condition after the other: its lists are emptied, not made anew.</remarks>
/// <param name="known">Answers listed already.</param>
/// <param name="budget">Steps that showing all ways may take.</param>
internal sealed class Behind(Questionnaire questionnaire, KnownValues known, long budget)
{
    /// <summary>Paths that were too much, before no further one is tried.</summary>
    private const int MostAttempts = 3;

    private readonly HashSet<Formula> _parts = [];
    private readonly Dictionary<int, Watched> _watched = [];
    private readonly List<Formula.Free> _free = [];
    private readonly Queue<Watched> _open = [];
    private int _attempts;

    /// <summary>What a formula brings that is not there yet, while it is decided whether that is too much.</summary>
    private readonly List<Formula> _newParts = [];
    private readonly HashSet<Formula> _newPartsSeen = [];
    private readonly Stack<Formula> _newPartsOpen = [];
    private readonly List<Formula.Free> _newFree = [];
    private readonly Dictionary<int, Watched> _changed = [];

    /// <summary>In the order of the form.</summary>
    public Watched[] InOrder()
    {
        Watched[] all = [.. _watched.Values];
        Array.Sort(all, (one, other) => one.Variable.Index.CompareTo(other.Variable.Index));
        return all;
    }

    public IReadOnlyList<Formula.Free> Free => _free;

    /// <summary>Taken to find all this.</summary>
    public long Steps { get; private set; }

    /// <summary>Forgets what was there before.</summary>
    /// <returns>False when there are too many ways.</returns>
    public bool Begin(IReadOnlyList<Formula> about)
    {
        _parts.Clear();
        _watched.Clear();
        _free.Clear();
        _open.Clear();
        (_attempts, Steps) = (0, 0);
        return TryAdd(about);
    }

    /// <returns>False when there is no further path to follow.</returns>
    public bool TryNext(out Variable variable)
    {
        var isOpen = _attempts < MostAttempts && _open.Count > 0;
        variable = isOpen ? _open.Peek().Variable : null!;
        return isOpen;
    }

    /// <summary>Takes in what decides whether a variable is asked.</summary>
    public void Follow(IReadOnlyList<Formula> path)
    {
        var watched = _open.Dequeue();
        foreach (var condition in path)
        {
            if (condition is Formula.Constant || watched.Path.Contains(condition))
            {
                continue;
            }

            if (TryAdd([condition]))
            {
                watched.Path.Add(condition);
            }
            else
            {
                _attempts++;
            }
        }
    }

    private bool TryAdd(IReadOnlyList<Formula> formulas)
    {
        if (!ListNewParts(formulas))
        {
            return false;
        }

        _changed.Clear();
        _newFree.Clear();
        foreach (var part in _newParts)
        {
            if (part is Formula.Exact exact)
            {
                Note(exact.Points);
            }
            else if (part is Formula.Free free)
            {
                _newFree.Add(free);
            }
        }

        if (!IsWithin())
        {
            return false;
        }

        Take();
        return true;
    }

    /// <returns>False when there are more than the budget allows to look at.</returns>
    private bool ListNewParts(IReadOnlyList<Formula> formulas)
    {
        _newParts.Clear();
        _newPartsSeen.Clear();
        _newPartsOpen.Clear();
        Open(formulas);
        while (_newPartsOpen.TryPop(out var part))
        {
            if (part is Formula.Constant || _parts.Contains(part) || !_newPartsSeen.Add(part))
            {
                continue;
            }

            Steps++;
            _newParts.Add(part);
            if (_parts.Count + _newParts.Count > budget)
            {
                return false;
            }

            Open(part.Operands);
        }

        return true;
    }

    private void Open(IReadOnlyList<Formula> parts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            _newPartsOpen.Push(parts[i]);
        }
    }

    private void Note(IReadOnlyList<Point> points)
    {
        for (var i = 0; i < points.Count; i++)
        {
            var (slot, value) = points[i];
            if (!_changed.TryGetValue(slot, out var watched))
            {
                var before = _watched.GetValueOrDefault(slot);
                if (before is not null && (value is null || before.Points.Contains(value)))
                {
                    continue;
                }

                _changed[slot] = watched = new(questionnaire.Variables[slot], before);
            }

            if (value is not null)
            {
                watched.Points.Add(value);
            }
        }
    }

    private bool IsWithin()
    {
        var most = budget / (_parts.Count + _newParts.Count + (2 * (_watched.Count + _changed.Count)) + 1);
        var ways = WaysOf(_newFree, WaysOf(_free, 1, most), most);
        foreach (var watched in _watched.Values)
        {
            if (!_changed.ContainsKey(watched.Variable.Index))
            {
                ways = Math.Min(most + 1, ways * watched.Values.Count);
            }
        }

        foreach (var watched in _changed.Values)
        {
            if (ways > most || !watched.Settle(known))
            {
                return false;
            }

            Steps += watched.Values.Count;
            ways = Math.Min(most + 1, ways * watched.Values.Count);
        }

        return ways <= most;
    }

    /// <returns>More than the most where there are more.</returns>
    private static long WaysOf(List<Formula.Free> all, long ways, long most)
    {
        foreach (var free in all)
        {
            ways = Math.Min(most + 1, ways * free.Values.Count);
        }

        return ways;
    }

    private void Take()
    {
        foreach (var part in _newParts)
        {
            _parts.Add(part);
        }

        _free.AddRange(_newFree);
        foreach (var (slot, now) in _changed)
        {
            if (_watched.TryGetValue(slot, out var before))
            {
                before.Take(now);
            }
            else
            {
                _watched[slot] = now;
                _open.Enqueue(now);
            }
        }
    }
}
