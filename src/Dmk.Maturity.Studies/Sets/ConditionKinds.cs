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

    /// <summary>Who has which parts of a node, kind by kind, and how many of them count for a minimum.</summary>
    /// <returns>Of each once; when they entered is left open.</returns>
    public IReadOnlyDictionary<(int Kind, ConditionPattern Pattern), long> Patterns(NodeFamily family, int node)
    {
        var (parts, found) = (family.Parts[node], new Dictionary<(int, ConditionPattern), long>());
        foreach (var (at, group) in _groups.Index())
        {
            var having = UInt128.Zero;
            for (var place = 0; place < parts.Count; place++)
            {
                having |= group.Scores[parts[place]] ? UInt128.One << place : UInt128.Zero;
            }

            if (having != 0 || group.Scores[node])
            {
                var key = (_kindOf[at], new ConditionPattern(having, group.Scores[node], _truths[at], 0));
                found[key] = found.GetValueOrDefault(key) + (_stays[at] ? group.Count : 0);
            }
        }

        return found;
    }
}
