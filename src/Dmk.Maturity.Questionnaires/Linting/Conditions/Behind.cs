namespace Dmk.Maturity.Questionnaires;

/// <summary>All that decides about a few formulas: answers, what is too involved to follow, and, as far as the budget goes, the path to
/// those answers. A path that is not followed may lead there or not.</summary>
/// <param name="known">Answers listed already.</param>
/// <param name="budget">Steps that showing all ways may take.</param>
internal sealed class Behind(Questionnaire questionnaire, KnownValues known, long budget)
{
    /// <summary>Paths that were too much, before no further one is tried.</summary>
    private const int MostAttempts = 3;

    private static readonly bool?[] _truths = [true, false, null];

    private readonly HashSet<Formula> _parts = [];
    private readonly SortedDictionary<int, Watched> _watched = [];
    private readonly List<Formula.Free> _free = [];
    private readonly Queue<Watched> _open = [];
    private Watched[]? _inOrder;
    private int _attempts;

    /// <summary>In the order of the form.</summary>
    public IReadOnlyList<Watched> Watched => _inOrder ??= [.. _watched.Values];

    public IReadOnlyList<Formula.Free> Free => _free;

    /// <summary>Taken to find all this.</summary>
    public long Steps { get; private set; }

    /// <returns>False when there are too many ways.</returns>
    public bool Begin(IReadOnlyList<Formula> about) => TryAdd(about);

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

    public static IEnumerable<bool?> Values(Formula.Free free) =>
        _truths.Where(truth =>
            truth switch
            {
                true => free.CanBeTrue,
                false => free.CanBeFalse,
                null => true,
            }
        );

    private bool TryAdd(IReadOnlyList<Formula> formulas)
    {
        if (NewParts(formulas) is not { } parts)
        {
            return false;
        }

        var changed = new Dictionary<int, Watched>();
        foreach (var point in parts.OfType<Formula.Exact>().SelectMany(exact => exact.Points))
        {
            if (!changed.TryGetValue(point.Slot, out var watched))
            {
                var before = _watched.GetValueOrDefault(point.Slot);
                if (before is not null && (point.Value is null || before.Points.Contains(point.Value)))
                {
                    continue;
                }

                changed[point.Slot] = watched = new(questionnaire.Variables[point.Slot], before);
            }

            if (point.Value is { } value)
            {
                watched.Points.Add(value);
            }
        }

        Formula.Free[] free = [.. parts.OfType<Formula.Free>()];
        if (!IsWithin(parts.Count, changed, free))
        {
            return false;
        }

        Take(parts, changed, free);
        return true;
    }

    /// <returns>Null when there are more than the budget allows to look at.</returns>
    private List<Formula>? NewParts(IReadOnlyList<Formula> formulas)
    {
        var (parts, seen, open) = (new List<Formula>(), new HashSet<Formula>(), new Stack<Formula>(formulas));
        while (open.TryPop(out var part))
        {
            if (part is Formula.Constant || _parts.Contains(part) || !seen.Add(part))
            {
                continue;
            }

            Steps++;
            parts.Add(part);
            if (_parts.Count + parts.Count > budget)
            {
                return null;
            }

            foreach (var operand in part.Operands)
            {
                open.Push(operand);
            }
        }

        return parts;
    }

    private bool IsWithin(int parts, Dictionary<int, Watched> changed, Formula.Free[] free)
    {
        var most = budget / (_parts.Count + parts + (2 * (_watched.Count + changed.Count)) + 1);
        var ways = 1L;
        foreach (var one in _free.Concat(free))
        {
            ways *= Values(one).Count();
            if (ways > most)
            {
                return false;
            }
        }

        foreach (var watched in _watched.Values.Where(one => !changed.ContainsKey(one.Variable.Index)))
        {
            ways = Math.Min(most + 1, ways * watched.Values.Count);
        }

        foreach (var watched in changed.Values)
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

    private void Take(List<Formula> parts, Dictionary<int, Watched> changed, Formula.Free[] free)
    {
        _parts.UnionWith(parts);
        _free.AddRange(free);
        foreach (var (slot, now) in changed)
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

        _inOrder = null;
    }
}
