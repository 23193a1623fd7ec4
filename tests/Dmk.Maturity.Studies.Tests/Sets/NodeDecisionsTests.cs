using CsCheck;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>An attacker who knows every weight, the index model, and the exact sum behind every figure that readers were ever shown.
/// Unknown to him are the answers. No combination of figures of one node in all tables of a state, or in one table in all states, and
/// none of all nodes of one cell in all states, tells of fewer than the minimum of companies. (What mixes more than that meets the
/// rounding, which these attackers are spared; see docs/decisions/0016-sets-before-numbers.md.)</summary>
public sealed class NodeDecisionsTests
{
    private static readonly Gen<Company> _company =
        from land in Gen.Int[0, 1]
        from sector in Gen.Int[0, 2]
        from lacks in Gen.Frequency((7, Gen.Const(-1)), (3, Gen.Int[0, 4]))
        from lacksToo in Gen.Frequency((9, Gen.Const(-1)), (1, Gen.Int[0, 4]))
        from weight in Gen.Double[1, 50]
        select new Company(
            ReportingCell.Of(land == 0 ? "A" : "B", "pqr"[sector].ToString()),
            [.. Enumerable.Range(0, 5).Select(number => number != lacks && number != lacksToo)],
            weight
        );

    /// <summary>Lots of answers, state after state.</summary>
    private static readonly Gen<Company[][]> _lots = Gen.OneOf(_company.Array[8, 45].Array[1, 1], _company.Array[6, 24].Array[2, 3]);

    private static readonly Gen<Company[][]> _oneLot = _company.Array[6, 60].Array[1, 1];

    [Fact]
    public void Nothing_of_few_companies_follows_from_a_node_in_all_tables()
    {
        var shown = 0L;
        _oneLot.Sample(lots => Interlocked.Add(ref shown, Attack(lots, figure => figure.Node)), iter: 400);
        Assert.True(shown > 4000, $"Only {shown} figures were shown, so hardly anything was attacked.");
    }

    [Fact]
    public void Nor_from_a_node_in_a_table_in_all_states()
    {
        var shown = 0L;
        _lots.Sample(lots => Interlocked.Add(ref shown, Attack(lots, figure => figure.Node + Table(figure))), iter: 400);
        Assert.True(shown > 4000, $"Only {shown} figures were shown, so hardly anything was attacked.");
    }

    [Fact]
    public void Nor_from_all_nodes_of_a_cell_in_all_states()
    {
        var shown = 0L;
        _lots.Sample(lots => Interlocked.Add(ref shown, Attack(lots, figure => figure.Cell)), iter: 400);
        Assert.True(shown > 4000, $"Only {shown} figures were shown, so hardly anything was attacked.");
    }

    [Fact]
    public void In_a_large_study_hardly_anything_is_withheld()
    {
        Company[] companies =
        [
            .. from land in new[] { "A", "B" }
            from sector in new[] { "p", "q", "r" }
            from number in Enumerable.Range(0, 40)
            select new Company(ReportingCell.Of(land, sector), [.. Enumerable.Range(0, 5).Select(at => number % 8 != at)], 1),
        ];
        var groups = Groups(companies);
        var family = new NodeFamily([AttackedSurvey.Model]);
        var after = ShownSets.Advance(AttackedSurvey.Design, family, groups, 1, ShownExtent.Whole);

        var decisions = NodeDecisions.Of(
            AttackedSurvey.Design,
            family,
            [.. groups.Zip(after, (group, history) => group with { History = history })],
            null,
            1
        );

        Assert.All(decisions.Shown, shown => Assert.Equal(240, shown));
        Assert.All(decisions.Nodes, tables => Assert.All(tables, Assert.Empty));
    }

    [Fact]
    public void Whoever_lacks_alone_is_left_out_of_all_figures_where_that_costs_little()
    {
        Company[] companies =
        [
            .. Enumerable.Range(0, 300).Select(number => new Company(ReportingCell.Of("A", "p"), [true, true, true, true, number > 0], 1)),
        ];
        var groups = Groups(companies);
        var family = new NodeFamily([AttackedSurvey.Model]);

        var after = ShownSets.Advance(AttackedSurvey.Design, family, groups, 1, ShownExtent.Whole);

        Assert.Equal(299, groups.Zip(after).Where(pair => pair.Second[0] != Admission.Never).Sum(pair => pair.First.Count));
        Assert.Equal([0, 0, 0, 0], after[groups.IndexOf(groups.Single(group => group.Count == 1))]);
    }

    [Theory]
    [InlineData(1, 299)]
    [InlineData(2, 298)]
    [InlineData(3, 300)]
    public void Few_without_an_index_are_left_out_so_that_a_number_of_companies_does_not_tell_of_them(int without, int shown)
    {
        Company[] companies =
        [
            .. Enumerable
                .Range(0, 300)
                .Select(number => new Company(ReportingCell.Of("A", "p"), [.. Enumerable.Repeat(number >= without, 5)], 1)),
        ];
        var groups = Groups(companies);

        var after = ShownSets.Advance(AttackedSurvey.Design, new NodeFamily([AttackedSurvey.Model]), groups, 1, ShownExtent.Whole);

        Assert.Equal(shown, groups.Zip(after).Where(pair => pair.Second[0] != Admission.Never).Sum(pair => pair.First.Count));
    }

    [Fact]
    public void Cells_of_which_nobody_is_shown_yet_are_not_said_to_be_empty()
    {
        Company[] companies =
        [
            .. Enumerable.Range(0, 40).Select(_ => new Company(ReportingCell.Of("A", "p"), [true, true, true, true, true], 1)),
            new(ReportingCell.Of("B", "q"), [true, true, true, true, true], 1),
        ];
        var groups = Groups(companies);
        var family = new NodeFamily([AttackedSurvey.Model]);
        var after = ShownSets.Advance(AttackedSurvey.Design, family, groups, 1, ShownExtent.Whole);

        var decisions = NodeDecisions.Of(
            AttackedSurvey.Design,
            family,
            [.. groups.Zip(after, (group, history) => group with { History = history })],
            null,
            1
        );

        var land = new EntryOrder(AttackedSurvey.Design).Tables.Index().Single(table => table.Item is [{ Id: "land" }]).Index;
        Assert.Equal(["B"], decisions.NotYetShown[land]);
        Assert.Equal(41, decisions.Answered);
    }

    /// <param name="together">Figures that are combined.</param>
    /// <returns>How many figures were shown.</returns>
    private static long Attack(Company[][] lots, Func<Figure, string> together)
    {
        var (design, family) = (AttackedSurvey.Design, new NodeFamily([AttackedSurvey.Model]));
        var order = new EntryOrder(design);
        var companies = new List<Company>();
        var histories = new List<IReadOnlyList<int>>();
        var known = new List<Figure>();
        var total = lots.Sum(lot => lot.Length);
        ShownDecisions? decisions = null;
        foreach (var (lot, at) in lots.Select((lot, at) => (lot, at)))
        {
            companies.AddRange(lot);
            histories.AddRange(lot.Select(_ => new int[order.Tables.Count]));
            CompanyGroup[] each = [.. companies.Zip(histories, (one, history) => one.Group(history))];
            // All but the last state show the headline: the field is open.
            var whole = at == lots.Length - 1;
            histories = [.. ShownSets.Advance(design, family, each, at + 1, whole ? ShownExtent.Whole : ShownExtent.Headline)];
            each = [.. companies.Zip(histories, (one, history) => one.Group(history))];
            decisions = NodeDecisions.Of(design, family, each, decisions, whole ? at + 1 : 0);
            known.AddRange(Shown(order, companies, histories, decisions, total));
        }

        foreach (var figures in known.GroupBy(together, figure => figure.Row))
        {
            double[][] rows = [.. figures];
            var rank = Rank(rows);
            for (var one = 0; one < companies.Count; one++)
            {
                for (var other = one; other < companies.Count; other++)
                {
                    // Of others nothing follows that does not follow anyway.
                    if (
                        Array.Exists(rows, row => IsIn(row, one) || IsIn(row, other))
                        && Rank([.. rows.Select(row => Without(row, one, other))]) != rank
                    )
                    {
                        Assert.Fail(
                            $"{figures.Key}: {companies[one]} and {companies[other]} follow; "
                                + string.Join(" | ", companies.Zip(histories.Select(history => string.Join(',', history))))
                        );
                    }
                }
            }
        }

        return known.Count;
    }

    /// <summary>The sums behind all figures of a state.</summary>
    internal static IEnumerable<Figure> Shown(
        EntryOrder order,
        List<Company> companies,
        List<IReadOnlyList<int>> histories,
        ShownDecisions decisions,
        int total
    )
    {
        for (var table = 0; table < order.Tables.Count; table++)
        {
            var cells = Enumerable
                .Range(0, companies.Count)
                .Where(at => histories[at][table] != Admission.Never)
                .GroupBy(at => ShownKey.Of(order.Tables[table], companies[at].Cell));
            foreach (var cell in cells)
            {
                for (var node = 0; node < decisions.Nodes.Count; node++)
                {
                    if (
                        AttackedSurvey.Model.Nodes[node].Depth <= decisions.Deepest
                        && !decisions.Nodes[node][table].ContainsKey(cell.Key)
                        && Row(companies, cell, node, total) is { } row
                    )
                    {
                        yield return new($"node {node}", $"cell {table} {cell.Key}", row);
                    }
                }
            }
        }
    }

    internal static double[]? Row(List<Company> companies, IEnumerable<int> cell, int node, int total)
    {
        var row = new double[total * 5];
        var any = false;
        foreach (var at in cell)
        {
            if (AttackedSurvey.Factors(companies[at].Has)[node] is { } factors)
            {
                any = true;
                for (var number = 0; number < factors.Length; number++)
                {
                    row[(at * 5) + number] = companies[at].Weight * factors[number];
                }
            }
        }

        return any ? row : null;
    }

    private static string Table(Figure figure) => $" in {figure.Cell.Split(' ')[1]}";

    internal static bool IsIn(double[] row, int company) => row.AsSpan(company * 5, 5).ContainsAnyExcept(0);

    internal static double[] Without(double[] row, int one, int other)
    {
        var rest = row.ToArray();
        Array.Clear(rest, one * 5, 5);
        Array.Clear(rest, other * 5, 5);
        return rest;
    }

    private static List<CompanyGroup> Groups(IEnumerable<Company> companies) =>
        [
            .. companies
                .Select(one => one.Group(new int[new EntryOrder(AttackedSurvey.Design).Tables.Count]))
                .GroupBy(group => (group.Cell, group.Scores))
                .Select(alike => alike.First() with { Count = alike.Count() }),
        ];

    internal static int Rank(double[][] source)
    {
        var rows = source.Select(row => row.ToArray()).ToArray();
        var rank = 0;
        for (var column = 0; rank < rows.Length && column < rows[0].Length; column++)
        {
            var pivot = rank;
            for (var row = rank + 1; row < rows.Length; row++)
            {
                pivot = Math.Abs(rows[row][column]) > Math.Abs(rows[pivot][column]) ? row : pivot;
            }

            if (Math.Abs(rows[pivot][column]) < 1e-7)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (var row = rank + 1; row < rows.Length; row++)
            {
                var factor = rows[row][column] / rows[rank][column];
                for (var at = column; factor != 0 && at < rows[row].Length; at++)
                {
                    rows[row][at] -= factor * rows[rank][at];
                }
            }

            rank++;
        }

        return rank;
    }

    internal sealed record Figure(string Node, string Cell, double[] Row);

    internal sealed record Company(ReportingCell Cell, bool[] Has, double Weight)
    {
        public CompanyGroup Group(IReadOnlyList<int> history) =>
            new(
                Cell,
                Cell,
                ScorePattern.Of([
                    [.. AttackedSurvey.Factors(Has).Select(factors => factors is null ? double.NaN : 1)],
                ]),
                history,
                1
            );

        public override string ToString() => $"{Cell}:{string.Concat(Has.Select(has => has ? '1' : '0'))}";
    }
}
