using Dmk.Maturity.Indices;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Trials;

/// <summary>Attack 1: weights from printed digits, then answers of those who are alone with their weight: the sum over weights of w X is
/// population times mean, and X comes from the few sums that the scores of a choice allow.</summary>
internal sealed class WeightsFromDigits(GateReading reading, GateTruth truth)
{
    /// <summary>Strata of a cell: a cell of more is not tried.</summary>
    private const int MostStrata = 5;

    private const int MostSums = 400_000;

    private readonly IReadOnlyList<ModelTree> _trees = [.. reading.Study.Indices.Select(ModelTree.Of)];

    public AttackCount Run()
    {
        var count = new AttackCount("1", "Weights from digits");
        var (cells, mixes, figures) = (0, 0, 0);
        foreach (var key in reading.Tables.SelectMany(table => table.Keys))
        {
            var strata = reading.Study.Frame.Where(stratum => IsIn(stratum.Cell, key)).ToArray();
            var nodes = _trees
                .Index()
                .SelectMany(tree =>
                    tree.Item.Model.Nodes.Select(node =>
                        (Place: tree.Index, Tree: tree.Item, Node: node, Cell: reading[tree.Item.Model, node, key])
                    )
                )
                .Where(node => node.Cell is { Mean: not null, Population: not null, Respondents: > 0 })
                .ToArray();
            if (strata.Length > MostStrata)
            {
                continue;
            }

            cells++;
            var choices = nodes.Where(node => node.Tree[node.Node].Scores is not null).ToArray();
            count.Attempts += _trees.Sum(tree => tree.Model.Nodes.Count(node => tree[node].Scores is not null));
            figures += choices.Length;
            if (nodes.Length == 0)
            {
                continue;
            }

            ReaderCell[] all = [.. nodes.Select(node => node.Cell!)];
            if ((SizeMix.FromDigits(all) ?? SizeMix.FromFrame(all, strata, reading.Study.Design)) is not { } mix)
            {
                continue;
            }

            mixes++;
            foreach (var (place, tree, node, cell) in choices)
            {
                Answers(count, mix, cell!, (place, tree, node), key);
            }
        }

        count.Remark = $"{figures:N0} have figures; size mix of {mixes} of {cells} cells";
        return count;
    }

    private bool IsIn(ReportingCell stratum, string key) =>
        key.Length == 0
        || key.Split('|').All(part => part.Split('=') is [var id, var code] && reading.Study.Design.Variable(id)!.CodeOf(stratum) == code);

    private void Answers(AttackCount count, SizeMix mix, ReaderCell cell, (int Place, ModelTree Tree, IndexNode Node) asked, string key)
    {
        double[] scores = [.. asked.Tree[asked.Node].Scores!.Values.OfType<double>().Distinct().Order()];
        if (
            mix.Of(cell) is not { } having
            || !having.Contains(1)
            || Sums(mix.Weights, having, scores, cell, (asked.Tree.Scale.To - asked.Tree.Scale.From) / 100) is not { } values
        )
        {
            return;
        }

        for (var weight = 0; weight < having.Count; weight++)
        {
            if (having[weight] == 1 && values[weight] is { Count: > 0 } possible)
            {
                var w = mix.Weights[weight].Middle;
                var about = truth
                    .In(key)
                    .Where(company => Math.Abs(company.Weight - w) < 1e-5 * w)
                    .Select(company => (company.UnitId, company.Scores[asked.Place][asked.Node.Index]))
                    .Where(company => !double.IsNaN(company.Item2));
                count.Weigh(new(possible.Min(), possible.Max()), asked.Tree.Scale, about);
            }
        }
    }

    /// <summary>Per weight, the sums of scores that are possible.</summary>
    /// <returns>Null where there are too many to look at.</returns>
    private static HashSet<double>[]? Sums(
        IReadOnlyList<Between> weights,
        IReadOnlyList<int> having,
        double[] scores,
        ReaderCell cell,
        double width
    )
    {
        var sums = having.Select(number => Reached(number, scores)).ToArray();
        var half = (weights.Count + 1) / 2;
        var (first, second) = (Combined(0, half), Combined(half, weights.Count));
        if (first is null || second is null)
        {
            return null;
        }

        var sorted = second.OrderBy(one => one.Sum.Middle).ToArray();
        var middles = sorted.Select(one => one.Sum.Middle).ToArray();
        var widest = sorted.Max(one => one.Sum.Half);
        var target = cell.Population!.Value * cell.Mean!.Value;
        var possible = weights.Select(_ => new HashSet<double>()).ToArray();
        foreach (var (sum, values) in first)
        {
            var left = target - sum;
            var at = Array.BinarySearch(middles, left.Low - widest);
            for (at = at < 0 ? ~at : at; at < sorted.Length && middles[at] <= left.High + widest; at++)
            {
                if (sorted[at].Sum.Meets(left))
                {
                    foreach (var (weight, value) in values.Concat(sorted[at].Values).Index())
                    {
                        _ = possible[weight].Add(value);
                    }

                    if (
                        having
                            .Index()
                            .All(one =>
                                one.Item != 1
                                || possible[one.Index].DefaultIfEmpty().Max() - possible[one.Index].DefaultIfEmpty().Min()
                                    > 2 * AttackCount.Rough * width
                            )
                    )
                    {
                        return possible;
                    }
                }
            }
        }

        return possible;

        List<(Between Sum, double[] Values)>? Combined(int from, int to)
        {
            List<(Between Sum, double[] Values)> all = [(new(0, 0), [])];
            for (var weight = from; weight < to; weight++)
            {
                if ((long)all.Count * sums[weight].Count > MostSums)
                {
                    return null;
                }

                var here = weight;
                all =
                [
                    .. all.SelectMany(one => sums[here].Select(sum => (one.Sum + (sum * weights[here]), (double[])[.. one.Values, sum]))),
                ];
            }

            return all;
        }
    }

    private static HashSet<double> Reached(int number, double[] scores)
    {
        HashSet<double> reached = [0];
        for (var i = 0; i < number; i++)
        {
            reached = [.. reached.SelectMany(_ => scores, (sum, score) => sum + score)];
        }

        return reached;
    }
}
