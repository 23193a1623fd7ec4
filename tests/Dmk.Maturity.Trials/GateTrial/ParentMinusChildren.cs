using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Trials;

/// <summary>Attack 2: differences of two published figures whose respondents differ by one company.</summary>
/// <remarks>Of a parent all of whose respondents but one have child k: pop_P P = sum over j of a_j pop_j mean_j + w a_k y, w = pop_P -
/// pop_k; the same where this one lacks several. Of a total and its published parts, and of two nodes that score one question alike: y
/// is the difference of the weighted sums by w.</remarks>
internal sealed class ParentMinusChildren(GateReading reading, GateTruth truth)
{
    private readonly IReadOnlyList<ModelTree> _trees = [.. reading.Study.Indices.Select(ModelTree.Of)];

    public AttackCount Parents()
    {
        var count = new AttackCount("2a", "Parent minus children");
        foreach (var (place, tree) in _trees.Index())
        {
            foreach (var parent in tree.Model.Nodes.Where(node => tree[node].Aggregate == "arithmetic"))
            {
                var children = tree.ChildrenOf(parent);
                foreach (var key in reading.Tables.SelectMany(table => table.Keys))
                {
                    Parent(count, place, tree, parent, children, key);
                }
            }
        }

        return count;
    }

    public AttackCount Parts()
    {
        var count = new AttackCount("2b", "Total minus published parts");
        foreach (var (total, parts) in Relations())
        {
            foreach (var (place, tree) in _trees.Index())
            {
                foreach (var node in tree.Model.Nodes)
                {
                    if (parts.Select(key => reading[tree.Model, node, key]).ToArray() is var cells && cells.Any(cell => cell?.Mean is null))
                    {
                        Part(count, place, tree, node, (total, parts), cells);
                    }
                }
            }
        }

        return count;
    }

    public AttackCount Models()
    {
        var count = new AttackCount("2c", "Two models on one question");
        var leaves = _trees
            .Index()
            .SelectMany(tree => tree.Item.Model.Nodes.Select(node => (tree.Index, Tree: tree.Item, Node: node, Leaf: tree.Item[node])))
            .Where(leaf => leaf.Leaf is { Question: not null, Scores: not null })
            .ToArray();
        foreach (var one in leaves)
        {
            foreach (var other in leaves.Where(other => other.Index != one.Index && other.Leaf.Question == one.Leaf.Question))
            {
                if (Line(one.Leaf.Scores!, other.Leaf.Scores!) is { } line)
                {
                    foreach (var key in reading.Tables.SelectMany(table => table.Keys))
                    {
                        Pair(count, (one.Index, one.Tree, one.Node), (other.Index, other.Tree, other.Node), line, key);
                    }
                }
            }
        }

        return count;
    }

    private void Parent(
        AttackCount count,
        int place,
        ModelTree tree,
        IndexNode parent,
        IReadOnlyList<(IndexNode Child, double Share)> children,
        string key
    )
    {
        if (reading[tree.Model, parent, key] is not { Mean: { } mean, Population: { } all, Respondents: { } respondents })
        {
            return;
        }

        var cells = children.Select(child => (child.Child, child.Share, Cell: reading[tree.Model, child.Child, key])).ToArray();
        count.Attempts += cells.Count(child => child.Cell?.Mean is not null);
        if (cells.Any(child => child.Cell is not { Mean: not null, Population: not null, Respondents: not null }))
        {
            return;
        }

        var lacking = cells.Where(child => child.Cell!.Respondents == respondents - 1).ToArray();
        if (lacking.Length == 0 || cells.Any(child => child.Cell!.Respondents > respondents || child.Cell.Respondents < respondents - 1))
        {
            return;
        }

        var weights = lacking.Select(child => all - child.Cell!.Population!.Value).ToArray();
        if (weights.Any(weight => !weight.Meets(weights[0])))
        {
            return;
        }

        var rest = cells.Aggregate(
            all * mean,
            (sum, child) => sum - (child.Share * (child.Cell!.Population!.Value * child.Cell.Mean!.Value))
        );
        var value = rest / (lacking.Sum(child => child.Share) * weights[0]);
        var about = truth
            .In(key)
            .Where(company =>
                !double.IsNaN(company.Scores[place][parent.Index])
                && lacking.All(child => double.IsNaN(company.Scores[place][child.Child.Index]))
            );
        count.Weigh(Or(value, rest, lacking.Sum(child => child.Share) * weights[0]), tree.Scale, Values(about, place, parent));
    }

    /// <summary>Every cell with the table by one variable more, whose cells are its parts.</summary>
    private IEnumerable<(string Total, IReadOnlyList<string> Parts)> Relations() =>
        from coarse in reading.Tables
        from fine in reading.Tables
        where fine.Table.Count == coarse.Table.Count + 1 && coarse.Table.All(fine.Table.Contains)
        from total in coarse.Keys
        let parts = fine.Keys.Where(key => IsWithin(key, total)).ToArray()
        where parts.Length > 0
        select (total, (IReadOnlyList<string>)parts);

    private static bool IsWithin(string part, string total) => total.Length == 0 || total.Split('|').All(part.Split('|').Contains);

    private void Part(
        AttackCount count,
        int place,
        ModelTree tree,
        IndexNode node,
        (string Total, IReadOnlyList<string> Parts) relation,
        ReaderCell?[] cells
    )
    {
        if (reading[tree.Model, node, relation.Total] is not { Mean: { } mean, Population: { } all, Respondents: { } respondents })
        {
            return;
        }

        count.Attempts++;
        var shown = cells.Where(cell => cell is { Mean: not null, Population: not null, Respondents: not null }).ToArray();
        if (respondents - shown.Sum(cell => cell!.Respondents) != 1)
        {
            return;
        }

        var rest = shown.Aggregate(all * mean, (sum, cell) => sum - (cell!.Population!.Value * cell.Mean!.Value));
        var weight = shown.Aggregate(all, (sum, cell) => sum - cell!.Population!.Value);
        var about = relation
            .Parts.Where(part => reading[tree.Model, node, part]?.Mean is null)
            .SelectMany(truth.In)
            .Where(company => !double.IsNaN(company.Scores[place][node.Index]));
        count.Weigh(Or(rest / weight, rest, weight), tree.Scale, Values(about, place, node));
    }

    private void Pair(
        AttackCount count,
        (int Place, ModelTree Tree, IndexNode Node) one,
        (int Place, ModelTree Tree, IndexNode Node) other,
        (double Factor, double Shift) line,
        string key
    )
    {
        if (
            reading[one.Tree.Model, one.Node, key] is not { Mean: { } mean, Population: { } all, Respondents: { } respondents }
            || reading[other.Tree.Model, other.Node, key] is not { Mean: { } less, Population: { } part, Respondents: { } fewer }
        )
        {
            return;
        }

        count.Attempts++;
        if (respondents - fewer != 1)
        {
            return;
        }

        var rest = (all * mean) - (part * ((line.Factor * less) + Between.Around(line.Shift, 0)));
        var about = truth
            .In(key)
            .Where(company =>
                !double.IsNaN(company.Scores[one.Place][one.Node.Index]) && double.IsNaN(company.Scores[other.Place][other.Node.Index])
            );
        count.Weigh(Or(rest / (all - part), rest, all - part), one.Tree.Scale, Values(about, one.Place, one.Node));
    }

    /// <summary>Where rounding leaves the value unbounded, the middles are still a guess.</summary>
    private static Between Or(Between value, Between rest, Between weight) =>
        double.IsFinite(value.Half) ? value
        : weight.Middle > 0 ? Between.Around(rest.Middle / weight.Middle, 1e9)
        : value;

    private static IEnumerable<(string, double)> Values(IEnumerable<TrueCompany> about, int place, IndexNode node) =>
        about.Select(company => (company.UnitId, company.Scores[place][node.Index]));

    /// <summary>The line that brings the other scores to these ones, over the codes that both score.</summary>
    private static (double Factor, double Shift)? Line(
        IReadOnlyDictionary<string, double?> scores,
        IReadOnlyDictionary<string, double?> others
    )
    {
        var pairs = scores
            .Where(score => score.Value is not null && others.GetValueOrDefault(score.Key) is not null)
            .Select(score => (Mine: score.Value!.Value, Other: others[score.Key]!.Value))
            .ToArray();
        if (pairs.Length < 2 || pairs.DistinctBy(pair => pair.Other).Count() < 2)
        {
            return null;
        }

        var (from, to) = (pairs.MinBy(pair => pair.Other), pairs.MaxBy(pair => pair.Other));
        var factor = (to.Mine - from.Mine) / (to.Other - from.Other);
        var shift = from.Mine - (factor * from.Other);
        return pairs.All(pair => Math.Abs(pair.Mine - (factor * pair.Other) - shift) < 1e-9) ? (factor, shift) : null;
    }
}
