using CsCheck;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>An attacker who knows every weight, of whom each condition is true, the index model, and the exact sums behind all figures that
/// readers were ever shown, with and without conditions. No combination of figures of one node in all tables, under all conditions, and
/// in all states, and none of all nodes of one cell, tells of fewer than the minimum of companies.</summary>
public sealed class ConditionDecisionsTests
{
    private const int Conditions = 3;

    private static readonly StudyDesign _design = AttackedSurvey.WithConditions(Conditions);

    /// <summary>Conditions are often true together, so that what differs between them is of few.</summary>
    private static readonly Gen<Asked> _company =
        from land in Gen.Int[0, 1]
        from sector in Gen.Int[0, 2]
        from lacks in Gen.Frequency((8, Gen.Const(-1)), (2, Gen.Int[0, 4]))
        from weight in Gen.Double[1, 50]
        from together in Gen.Bool
        from others in Gen.Frequency((4, Gen.Const(-1)), (3, Gen.Int[0, (1 << Conditions) - 1]))
        select new Asked(
            new(
                ReportingCell.Of(land == 0 ? "A" : "B", "pqr"[sector].ToString()),
                [.. Enumerable.Range(0, 5).Select(number => number != lacks)],
                weight
            ),
            others >= 0 ? others
                : together ? (1 << Conditions) - 1
                : 0
        );

    private static readonly Gen<Asked[][]> _lots = Gen.OneOf(_company.Array[20, 60].Array[1, 1], _company.Array[12, 30].Array[2, 2]);

    [Fact]
    public void Nothing_of_few_companies_follows_from_a_node_in_all_tables_under_all_conditions()
    {
        var (shown, found) = (0L, 0L);
        _lots.Sample(lots => Count(Attack(lots, figure => figure.Node, _ => true), ref shown, ref found), iter: 120);
        Assert.True(shown > 300, $"Only {shown} figures were shown under a condition, so hardly anything was attacked.");
        Assert.Equal(0, found);
    }

    [Fact]
    public void Nor_from_all_nodes_of_a_cell()
    {
        var (shown, found) = (0L, 0L);
        _lots.Sample(lots => Count(Attack(lots, figure => figure.Cell, _ => true), ref shown, ref found), iter: 120);
        Assert.True(shown > 300, $"Only {shown} figures were shown under a condition, so hardly anything was attacked.");
        Assert.Equal(0, found);
    }

    [Fact]
    public void Without_a_decision_the_same_attackers_find_single_companies()
    {
        var (shown, found) = (0L, 0L);
        _lots.Sample(lots => Count(Attack(lots, figure => figure.Node, _ => false), ref shown, ref found), iter: 30);
        Assert.True(found > 20, $"Of {shown} figures only {found} sets of few companies were found.");
    }

    [Fact]
    public void In_a_large_study_nothing_is_withheld()
    {
        Asked[] companies =
        [
            .. from land in new[] { "A", "B" }
            from sector in new[] { "p", "q", "r" }
            from number in Enumerable.Range(0, 80)
            select new Asked(new(ReportingCell.Of(land, sector), [true, true, true, true, true], 1), number % (1 << Conditions)),
        ];
        var (decided, _, _) = Decided([companies]);

        Assert.All(decided.Nodes, tables => Assert.All(tables, Assert.Empty));
    }

    [Fact]
    public void A_condition_that_hardly_differs_from_a_cell_is_not_shown()
    {
        // All of one sector and two of another one.
        Asked[] companies =
        [
            .. from land in new[] { "A", "B" }
            from sector in new[] { "p", "q", "r" }
            from number in Enumerable.Range(0, 40)
            select new Asked(
                new(ReportingCell.Of(land, sector), [true, true, true, true, true], 1),
                sector == "p" || (sector == "q" && land == "A" && number < 2) ? (1 << Conditions) - 1 : 0
            ),
        ];
        var (decided, _, _) = Decided([companies]);

        Assert.All(decided.Nodes[0].Take(1), Assert.NotEmpty);
    }

    private static void Count((long Shown, long Found) attacked, ref long shown, ref long found)
    {
        _ = Interlocked.Add(ref shown, attacked.Shown);
        _ = Interlocked.Add(ref found, attacked.Found);
    }

    /// <returns>What is shown in the end, the histories, and the figures without conditions of all states.</returns>
    private static (ShownDecisions Decided, List<IReadOnlyList<int>> Histories, List<NodeDecisionsTests.Figure> Known) Decided(
        Asked[][] lots
    )
    {
        var (family, order) = (new NodeFamily([AttackedSurvey.Model]), new EntryOrder(_design));
        var (companies, histories) = (new List<Asked>(), new List<IReadOnlyList<int>>());
        var (known, total) = (new List<NodeDecisionsTests.Figure>(), lots.Sum(lot => lot.Length));
        ShownDecisions? shown = null;
        CompanyGroup[] each = [];
        foreach (var (at, lot) in lots.Index())
        {
            companies.AddRange(lot);
            histories.AddRange(lot.Select(_ => new int[order.Tables.Count]));
            var whole = at == lots.Length - 1;
            each = [.. companies.Zip(histories, (one, history) => one.Company.Group(history))];
            histories = [.. ShownSets.Advance(_design, family, each, at + 1, whole ? ShownExtent.Whole : ShownExtent.Headline)];
            each = [.. companies.Zip(histories, (one, history) => one.Company.Group(history))];
            shown = NodeDecisions.Of(_design, family, each, shown, whole ? at + 1 : 0);
            known.AddRange(NodeDecisionsTests.Shown(order, [.. companies.Select(one => one.Company)], histories, shown, total));
        }

        int[] entered = [.. Enumerable.Range(0, each.Length).Where(at => histories[at][0] != Admission.Never)];
        var decided = ConditionDecisions.Of(
            _design,
            family,
            [.. entered.Select(at => each[at])],
            [.. entered.Select(at => companies[at].Truths)],
            shown!
        );
        return (decided, histories, known);
    }

    /// <param name="together">Figures that are combined.</param>
    /// <param name="obeys">Whether a decision to withhold is obeyed.</param>
    private static (long Shown, long Found) Attack(
        Asked[][] lots,
        Func<NodeDecisionsTests.Figure, string> together,
        Func<string, bool> obeys
    )
    {
        var (decided, histories, known) = Decided(lots);
        Asked[] companies = [.. lots.SelectMany(lot => lot)];
        NodeDecisionsTests.Figure[] under = [.. Under(companies, decided, histories, obeys)];
        var found = 0L;
        foreach (var figures in known.Concat(under).GroupBy(together))
        {
            double[][] rows = [.. figures.Select(figure => figure.Row)];
            double[][] before = [.. known.Where(figure => together(figure) == figures.Key).Select(figure => figure.Row)];
            for (var one = 0; one < companies.Length; one++)
            {
                for (var other = one; other < companies.Length; other++)
                {
                    // What follows without conditions is looked at by NodeDecisionsTests.
                    found += Follow(rows, one, other) && !Follow(before, one, other) ? 1 : 0;
                }
            }
        }

        return (under.Length, found);
    }

    /// <summary>Whether a combination of figures tells of these two alone.</summary>
    private static bool Follow(double[][] rows, int one, int other) =>
        Array.Exists(rows, row => NodeDecisionsTests.IsIn(row, one) || NodeDecisionsTests.IsIn(row, other))
        && NodeDecisionsTests.Rank([.. rows.Select(row => NodeDecisionsTests.Without(row, one, other))]) != NodeDecisionsTests.Rank(rows);

    /// <summary>The sums behind the figures under conditions.</summary>
    private static IEnumerable<NodeDecisionsTests.Figure> Under(
        Asked[] companies,
        ShownDecisions decided,
        List<IReadOnlyList<int>> histories,
        Func<string, bool> obeys
    )
    {
        var order = new EntryOrder(_design);
        foreach (var (table, by) in order.Tables.Index().Where(table => table.Item.Count <= 1))
        {
            var cells = Enumerable
                .Range(0, companies.Length)
                .Where(at => histories[at][table] != Admission.Never)
                .GroupBy(at => ShownKey.Of(by, companies[at].Company.Cell));
            foreach (var cell in cells)
            {
                for (var condition = 0; condition < Conditions; condition++)
                {
                    int[] chosen = [.. cell.Where(at => (companies[at].Truths >> condition & 1) == 1)];
                    foreach (var node in AttackedSurvey.Model.Nodes.Where(node => node.Depth <= NodeFamily.Headline))
                    {
                        if (
                            !(obeys(cell.Key) && decided.Nodes[node.Index][table].ContainsKey(cell.Key))
                            && NodeDecisionsTests.Row([.. companies.Select(one => one.Company)], chosen, node.Index, companies.Length)
                                is { } row
                        )
                        {
                            yield return new($"node {node.Index}", $"cell {table} {cell.Key}", row);
                        }
                    }
                }
            }
        }
    }

    private sealed record Asked(NodeDecisionsTests.Company Company, int Truths);
}
