using System.Collections.Concurrent;

namespace Dmk.Maturity.Studies;

/// <summary>Decides which figures readers other than operators see under an index model that was added to a study, given all that they see
/// under its other models, which cannot be taken back.</summary>
/// <remarks>Its nodes are decided as those of any model, see <see cref="NodeDecisions"/>. Besides, nodes of two versions that have the same
/// id, or are made from the same answers, belong together: where the older one is withheld the new one is, no mixture of a new figure with
/// those beside it in both models may tell of few in a cell, see <see cref="FigureSpace"/>, and no mixture of a node under both versions
/// in all tables, see <see cref="NodeDifference"/>.</remarks>
public sealed class AddedDecisions
{
    private readonly StudyDesign _design;
    private readonly NodeFamily _family;
    private readonly int _first;
    private readonly ShownDecisions _shown;
    private readonly ShownDecisions? _before;
    private readonly EntryOrder _order;
    private readonly NodeMakeUps _makeUps;
    private readonly FigureLinks _links;
    private readonly StandingIn _standing;
    private readonly IReadOnlyList<CompanyGroup> _groups;

    /// <summary>Per new node and older one that belongs together with it, those scores that are made unlike.</summary>
    private readonly Dictionary<(int Node, int Older), HashSet<ScorePattern>> _unlike;
    private readonly IReadOnlyDictionary<string, CellKinds>[] _cells;

    /// <summary>Per new node, the older ones that belong together with it.</summary>
    private readonly int[][] _older;

    /// <summary>Per node, those made from the same answers.</summary>
    private readonly int[][] _twins;
    private readonly HashSet<(int Table, string Key)>[] _taken;
    private readonly HashSet<(int Table, string Key)>[] _closed;

    /// <summary>Per cell, see <see cref="Beside"/>.</summary>
    private readonly ConcurrentDictionary<CellKinds, int[]> _beside = new();

    /// <summary>Per cell and new node, whether some figures with this node first were found to tell of few when they were looked at last:
    /// most are the same in the next turn.</summary>
    private readonly ConcurrentDictionary<(CellKinds Cell, int Node), (int[] Figures, bool Tell)> _searched = new();

    private AddedDecisions(
        StudyDesign design,
        NodeFamily family,
        IReadOnlyList<CompanyGroup> groups,
        ShownDecisions shown,
        ShownDecisions? before
    )
    {
        (_design, _family, _first, _shown, _before) = (design, family, shown.Nodes.Count, shown, before);
        (_order, _makeUps) = (new(design), new(family));
        (_standing, _groups) = (new(_order, design.Confidentiality), groups);
        _cells =
        [
            .. Enumerable
                .Range(0, _order.Tables.Count)
                .Select(table => CellKinds.OfTable(_order, table, _standing, groups, shown.FirstWhole)),
        ];
        _twins = [.. Enumerable.Range(0, family.Count).Select(node => TwinsOf(node))];
        _older = [.. New.Select(OlderOf)];
        var patterns = groups.Select(group => group.Scores).ToHashSet();
        _links = new(_makeUps, patterns, family.Count);
        _unlike = New.SelectMany(node => _older[node - _first].Select(older => (node, older)))
            .ToDictionary(pair => pair, pair => patterns.Where(scores => !_makeUps.AreAlike(scores, pair.node, pair.older)).ToHashSet());
        _taken = [.. New.Select(_ => new HashSet<(int, string)>())];
        _closed = [.. _older.Select(older => older.SelectMany(WithheldOf).ToHashSet())];
    }

    private IEnumerable<int> New => Enumerable.Range(_first, _family.Count - _first);

    private int Minimum => _design.Confidentiality.MinimumRespondents;

    /// <param name="family">Of all models of the study that are shown, the added one last.</param>
    /// <param name="groups">All companies that have answered, with their histories in the state.</param>
    /// <param name="shown">Of the other models, in the order of the family, in the same state; it shows all.</param>
    /// <param name="before">Of the added model in the state before, its nodes alone; null without one. What was withheld stays so.</param>
    /// <returns>Of the added model, its nodes alone.</returns>
    /// <exception cref="ArgumentException">Not all is shown yet.</exception>
    public static ShownDecisions Of(
        StudyDesign design,
        NodeFamily family,
        IReadOnlyList<CompanyGroup> groups,
        ShownDecisions shown,
        ShownDecisions? before
    )
    {
        if (shown.FirstWhole == 0)
        {
            throw new ArgumentException("An added model is decided once all is shown under the others.", nameof(shown));
        }

        var decisions = new AddedDecisions(design, family, groups, shown, before);
        decisions.TakeWhereFewLackAnIndex();
        return decisions.Decide();
    }

    /// <summary>Until no mixture tells of few: each time more cells must stay withheld.</summary>
    private ShownDecisions Decide()
    {
        var alone = new NodeFamily([_family.Models[^1]]);
        CompanyGroup[] own = [.. _groups.Select(group => group with { Scores = group.Scores.Part(_first, alone.Count) })];
        while (true)
        {
            var decided = NodeDecisions.Of(_design, alone, own, _before, _shown.FirstWhole, new(_taken, _closed));
            if (!TakeWhereMixturesTell(decided) && !TakeWhereDifferencesTell(decided))
            {
                return decided;
            }
        }
    }

    private IEnumerable<(int Table, string Key)> WithheldOf(int older) =>
        _shown.Nodes[older].Index().SelectMany(table => table.Item.Keys.Select(key => (table.Index, key)));

    private int[] TwinsOf(int node) =>
        [.. _family.Twins.Where(twins => twins.Contains(node)).SelectMany(twins => twins).Where(twin => twin != node)];

    private int[] OlderOf(int node) => [.. _family.TogetherWith(node).Where(one => one < _first)];

    /// <summary>The companies of a table less those with a score would count those who lack an index.</summary>
    private void TakeWhereFewLackAnIndex()
    {
        foreach (var index in New.Where(node => _family.Parents[node] < 0))
        {
            if (IsFew(_cells[0].Values.SelectMany(cell => cell.All).Where(one => !one.Scores[index])))
            {
                _taken[index - _first].UnionWith(_cells[0].Keys.Select(key => (0, key)));
            }
        }
    }

    private bool IsFew(IEnumerable<(ScorePattern Scores, CellKinds.Companies Companies)> companies)
    {
        var (any, staying) = (false, 0L);
        foreach (var (_, one) in companies)
        {
            (any, staying) = (true, staying + one.Staying);
        }

        return any && staying < Minimum;
    }

    /// <returns>Whether there were further ones.</returns>
    private bool TakeWhereMixturesTell(ShownDecisions decided)
    {
        var found = new ConcurrentBag<(int Node, int Table, string Key)>();
        var cells = _cells.Index().SelectMany(table => table.Item.Select(cell => (table.Index, cell.Key, cell.Value)));
        _ = Parallel.ForEach(
            cells,
            cell =>
            {
                foreach (var node in Telling(decided, cell.Index, cell.Key, cell.Value))
                {
                    found.Add((node, cell.Index, cell.Key));
                }
            }
        );
        foreach (var (node, table, key) in found)
        {
            _ = _taken[node - _first].Add((table, key));
        }

        return !found.IsEmpty;
    }

    /// <summary>Where what a node has under one version less what it has under another tells of few, in all tables together.</summary>
    /// <returns>Whether there were further cells.</returns>
    private bool TakeWhereDifferencesTell(ShownDecisions decided)
    {
        var found = false;
        foreach (var node in New)
        {
            foreach (var older in _older[node - _first])
            {
                var unlike = _unlike[(node, older)];
                var difference = new NodeDifference(
                    _design,
                    _order,
                    _standing,
                    [.. _groups.Where(group => group.Scores[node] || group.Scores[older])],
                    group => Having(group.Scores, unlike, node),
                    (table, key) => decided.Nodes[node - _first][table].ContainsKey(key) || _shown.Nodes[older][table].ContainsKey(key)
                );
                foreach (var cell in unlike.Count > 0 ? difference.ToTake() : [])
                {
                    found |= _taken[node - _first].Add(cell);
                }
            }
        }

        return found;
    }

    private static VersionsHad Having(ScorePattern scores, HashSet<ScorePattern> unlike, int node) =>
        !unlike.Contains(scores) ? VersionsHad.Alike
        : scores[node] ? VersionsHad.Unlike
        : VersionsHad.OlderAlone;

    /// <summary>New nodes that are not withheld in a cell and would tell of few there, beside the others: those nearer to the index come
    /// first.</summary>
    private List<int> Telling(ShownDecisions decided, int table, string key, CellKinds cell)
    {
        var (accepted, telling) = (new HashSet<int>(), new List<int>());
        var open = New.Where(node => !decided.Nodes[node - _first][table].ContainsKey(key));
        var beside = _beside.GetOrAdd(cell, Beside);
        foreach (var node in open.OrderBy(node => _family.Depths[node]))
        {
            if (FollowsFromOlder(node) || !Tells(node))
            {
                _ = accepted.Add(node);
            }
            else
            {
                telling.Add(node);
            }
        }

        return telling;

        // In a cell whose companies came in several states, what is withheld now may have been shown before.
        bool IsKnown(int node)
        {
            var inSeveralStates = cell.Of(_family.Depths[node]).Count > 1;
            return node < _first
                ? inSeveralStates || !_shown.Nodes[node][table].ContainsKey(key)
                : accepted.Contains(node) || (inSeveralStates && _before?.Nodes[node - _first][table].ContainsKey(key) == false);
        }

        bool FollowsFromOlder(int node)
        {
            return _older[node - _first]
                .Any(older => !_shown.Nodes[older][table].ContainsKey(key) && cell.All.All(one => AreAlike(one.Scores, node, older)));
        }

        bool Tells(int node)
        {
            var known = _links.To(node, beside.Where(one => one != node && _twins[one].Prepend(one).Any(IsKnown)));
            return known.Any(one => one < _first) && Tell(cell, [node, .. known]);
        }
    }

    /// <summary>The nodes of all models that may tell something together in a cell: those that are the same under the added model stand
    /// there once, and without what is below them.</summary>
    private int[] Beside(CellKinds cell)
    {
        var same = New.Select(node => (Node: node, Older: _older[node - _first].FirstOrDefault(older => AreAlikeHere(node, older), -1)))
            .Where(pair => pair.Older >= 0)
            .ToArray();
        var apart = same.Select(pair => pair.Node).ToHashSet();
        var whole = same.SelectMany(pair => new[] { pair.Node, pair.Older }).ToHashSet();
        return [.. Enumerable.Range(0, _family.Count).Where(node => !apart.Contains(node) && !Above(node).Any(whole.Contains))];

        bool AreAlikeHere(int node, int older)
        {
            return cell.All.All(one => AreAlike(one.Scores, node, older));
        }
    }

    private bool AreAlike(ScorePattern scores, int node, int older) => !_unlike[(node, older)].Contains(scores);

    private IEnumerable<int> Above(int node)
    {
        for (var above = _family.Parents[node]; above >= 0; above = _family.Parents[above])
        {
            yield return above;
        }
    }

    /// <summary>Whether some figures of a cell tell of few, with the first one among them.</summary>
    private bool Tell(CellKinds cell, int[] figures)
    {
        var place = (cell, figures[0]);
        if (!_searched.TryGetValue(place, out var known) || !known.Figures.AsSpan().SequenceEqual(figures))
        {
            _searched[place] = known = (figures, cell.Of(NodeFamily.Headline).Any(kind => TellsIn(kind, figures)));
        }

        return known.Tell;
    }

    private bool TellsIn(IReadOnlyDictionary<ScorePattern, CellKinds.Companies> kind, int[] figures)
    {
        var space = new FigureSpace(_makeUps, figures);
        foreach (var (scores, companies) in kind)
        {
            space.Add(scores, companies.Staying);
        }

        return space.TellsOfFew(0, Minimum);
    }
}
