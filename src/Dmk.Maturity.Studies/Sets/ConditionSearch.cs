namespace Dmk.Maturity.Studies;

/// <summary>Searches in each cell what can be mixed of a node and its parts in all states and under all conditions, and remembers what must
/// be withheld for it.</summary>
/// <param name="cellOf">Per table and kind its cell; -1 where the kind is not in the table.</param>
/// <param name="keys">Per table and cell.</param>
/// <param name="shown">What readers see without a condition.</param>
internal sealed class ConditionSearch(
    StudyDesign design,
    NodeFamily family,
    ConditionKinds kinds,
    int[] tables,
    int[][] cellOf,
    string[][] keys,
    ShownDecisions shown
)
{
    private readonly HashSet<(int Table, int Cell)>[] _taken =
    [
        .. Enumerable.Range(0, family.Count).Select(_ => new HashSet<(int, int)>()),
    ];

    /// <summary>Per node the cells in which everybody has all of its parts.</summary>
    private readonly HashSet<(int Table, int Cell)>[] _even = [.. Enumerable.Range(0, family.Count).Select(_ => new HashSet<(int, int)>())];

    /// <summary>Whether the figure of a node would tell of few together with others.</summary>
    public bool Takes(int node, int table, int cell) => _taken[node].Contains((table, cell));

    /// <summary>Whether everybody has all parts of a node there.</summary>
    public bool IsEven(int node, int table, int cell) => _even[node].Contains((table, cell));

    /// <summary>Where a node and its parts in all states and under all conditions would tell of few, the node is withheld, or as many of
    /// its parts as are needed, those of least weight first.</summary>
    /// <param name="isClosed">Whether it is withheld in a cell of a table anyway, which its parts are then, too.</param>
    public void LookAt(int node, Func<int, int, bool> isClosed)
    {
        var parts = family.Parts[node];
        if (parts.Count == 0)
        {
            return;
        }

        var patterns = kinds.Patterns(family, node);
        foreach (var table in tables)
        {
            var cells = new Dictionary<int, ConditionPatterns>();
            foreach (var ((kind, pattern), staying) in patterns)
            {
                if (cellOf[table][kind] is >= 0 and var cell)
                {
                    if (!cells.TryGetValue(cell, out var there))
                    {
                        cells.Add(cell, there = new(family, node));
                    }

                    there.Add(pattern with { Entered = kinds.Examples[kind].History[table] }, staying);
                }
            }

            foreach (var (cell, there) in cells.Where(cell => !isClosed(table, cell.Key)))
            {
                LookAt(node, table, cell, there);
            }
        }
    }

    private void LookAt(int node, int table, int cell, ConditionPatterns patterns)
    {
        var (parts, conditions, headline) = (family.Parts[node], design.Conditions.Count, family.Depths[node] < NodeFamily.Headline);
        var minimum = design.Confidentiality.MinimumRespondents;
        var open = UInt128.Zero;
        foreach (var (place, part) in parts.Index())
        {
            open |= shown.Nodes[part][table].ContainsKey(keys[table][cell]) ? 0 : UInt128.One << place;
        }

        var known = new KnownFigures(true, open, headline);
        var under = headline ? open : UInt128.Zero;
        if (!patterns.AreUneven)
        {
            _ = _even[node].Add((table, cell));
        }

        if (!patterns.TellOfFew(known, under, conditions, minimum))
        {
            return;
        }

        under = 0;
        if (patterns.TellOfFew(known, under, conditions, minimum))
        {
            _ = _taken[node].Add((table, cell));
            return;
        }

        foreach (var place in Enumerable.Range(0, parts.Count).OrderByDescending(place => family.Weights[parts[place]]))
        {
            var one = UInt128.One << place;
            if ((open & one) != 0 && !patterns.TellOfFew(known, under | one, conditions, minimum))
            {
                under |= one;
            }
            else
            {
                _ = _taken[parts[place]].Add((table, cell));
            }
        }
    }
}
