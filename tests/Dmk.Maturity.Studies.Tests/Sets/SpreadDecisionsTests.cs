using CsCheck;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>Shares of companies tell how many are in each category: an attacker who knows every such number of every cell that is shown
/// must not be able to tell one that is small.</summary>
public sealed class SpreadDecisionsTests
{
    private const int Minimum = 3;

    private static readonly Gen<(RandomLattice Lattice, int[][] Others)> _spread =
        from lattice in Gen.OneOf(RandomLattice.WithFinest, RandomLattice.WithoutFinest)
        from others in Gen.Frequency((3, Gen.Const(0)), (2, Gen.Int[1, 2]), (3, Gen.Int[3, 20])).Array[lattice.Finest.Count].Array[1, 3]
        select (lattice, others);

    [Fact]
    public void No_small_category_of_a_cell_follows_from_those_that_are_shown()
    {
        var shown = 0L;
        _spread.Sample(
            one =>
            {
                RandomLattice[] categories =
                [
                    one.Lattice,
                    .. one.Others.Select(counts => new RandomLattice(
                        [.. one.Lattice.Finest.Zip(counts, (cell, count) => (cell.Codes, count))],
                        one.Lattice.Tables
                    )),
                ];

                var decided = Decided(categories);

                foreach (var category in categories)
                {
                    var figures = TestGate.Of(Minimum + 2).Protect(category.Cells, decided);
                    Assert.Empty(category.SmallCellsThatFollow(figures, Minimum));
                    Interlocked.Add(ref shown, figures.Count(figure => figure.Estimate is not null));
                }
            },
            iter: 2000
        );
        Assert.True(shown > 10_000, $"Only {shown} numbers were shown, so hardly anything was attacked.");
    }

    [Fact]
    public void Without_the_decisions_small_categories_do_follow()
    {
        var found = 0L;
        RandomLattice.WithFinest.Sample(
            lattice =>
            {
                var figures = TestGate.Of(Minimum + 2).Protect(lattice.Cells, new CellStatus?[lattice.Cells.Count]);
                Interlocked.Add(ref found, lattice.SmallCellsThatFollow(figures, Minimum).Count());
            },
            iter: 200
        );
        Assert.True(found > 100);
    }

    [Fact]
    public void A_cell_that_is_withheld_anyway_stays_so_and_says_why()
    {
        var cells = new TableCell[] { new(["A"], 100), new(["B"], 100), new(["C"], 100), new([null], 300) };
        Dictionary<long, long>[] companies = [Of(5, 9), Of(7, 8), Of(2, 30), Of(14, 47)];

        var decided = SpreadDecisions.Of(cells, companies, [CellStatus.NotYetShown, null, null, null], Minimum);

        Assert.Equal([CellStatus.NotYetShown, null, CellStatus.FewRespondents, null], decided);

        static Dictionary<long, long> Of(long low, long high)
        {
            return new() { [0] = low, [1] = high };
        }
    }

    private static CellStatus?[] Decided(RandomLattice[] categories) =>
        SpreadDecisions.Of(
            [.. categories[0].Cells.Select(cell => new TableCell(cell.Codes, cell.Population))],
            [
                .. categories[0]
                    .Cells.Select(
                        (_, place) =>
                            categories
                                .Index()
                                .ToDictionary(category => (long)category.Index, category => category.Item.Cells[place].Respondents)
                    ),
            ],
            new CellStatus?[categories[0].Cells.Count],
            Minimum
        );
}
