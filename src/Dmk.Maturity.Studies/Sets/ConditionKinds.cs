using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Companies by reporting cell and history, and of which conditions are true of them: the most that anybody could know without a
/// condition is the sum of such a kind.</summary>
internal sealed class ConditionKinds
{
    private readonly IReadOnlyList<CompanyGroup> _groups;
    private readonly IReadOnlyList<int> _truths;
    private readonly bool[] _stays;
    private readonly int[] _kindOf;
    private readonly ConditionMixes _mixes;
    private readonly List<CompanyGroup> _examples = [];

    /// <param name="truths">Per group bit for bit, which conditions are true.</param>
    public ConditionKinds(StandingIn standing, IReadOnlyList<CompanyGroup> groups, IReadOnlyList<int> truths, int conditions)
    {
        (_groups, _truths, _mixes) = (groups, truths, new(conditions));
        _stays = [.. groups.Select(group => Array.TrueForAll(standing.Stays(group.Stratum, group.Cell), stays => stays))];
        _kindOf = new int[groups.Count];
        var known = new Dictionary<(ReportingCell, string), int>();
        foreach (var (at, group) in groups.Index())
        {
            var key = (group.Cell, string.Join(',', group.History));
            if (!known.TryGetValue(key, out _kindOf[at]))
            {
                known.Add(key, _kindOf[at] = _examples.Count);
                _examples.Add(group);
            }
        }
    }

    /// <summary>Per kind one of its groups.</summary>
    public IReadOnlyList<CompanyGroup> Examples => _examples;

    /// <summary>Per kind how many companies have certain scores, and of how many of them every mixture of figures under conditions tells at
    /// least; only those who stay where the frame has them count for the latter.</summary>
    public KindCounts Of(Func<ScorePattern, bool> which)
    {
        var (companies, staying) = (new long[_examples.Count], new long[_examples.Count * _mixes.Corners]);
        foreach (var (at, group) in _groups.Index())
        {
            if (which(group.Scores))
            {
                companies[_kindOf[at]] += group.Count;
                staying[(_kindOf[at] * _mixes.Corners) + _truths[at]] += _stays[at] ? group.Count : 0;
            }
        }

        return new(
            companies,
            [.. Enumerable.Range(0, _examples.Count).Select(kind => _mixes.Least(staying.AsSpan(kind * _mixes.Corners, _mixes.Corners)))]
        );
    }

    /// <summary>Who has which parts of a node, among those of a cell of whom a condition is true, or not.</summary>
    /// <param name="cellOf">Per kind its cell; null where it is in none.</param>
    /// <returns>Per cell, condition after condition, of those of whom it is not true and then of the others.</returns>
    public IReadOnlyDictionary<int, PartPatterns[]> Patterns(NodeFamily family, int node, int conditions, Func<int, int?> cellOf)
    {
        var found = new Dictionary<int, PartPatterns[]>();
        foreach (var (at, group) in _groups.Index())
        {
            if (cellOf(_kindOf[at]) is { } cell)
            {
                if (!found.TryGetValue(cell, out var patterns))
                {
                    found.Add(cell, patterns = [.. Enumerable.Range(0, 2 * conditions).Select(_ => new PartPatterns(family, node))]);
                }

                for (var condition = 0; condition < conditions; condition++)
                {
                    patterns[(2 * condition) + (_truths[at] >> condition & 1)].Add(group.Scores, group.Count, _stays[at]);
                }
            }
        }

        return found;
    }
}
