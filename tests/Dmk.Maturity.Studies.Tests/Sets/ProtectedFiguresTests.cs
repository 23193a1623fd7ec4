using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>What is withheld because of numbers, after sets of companies were decided on.</summary>
public sealed class ProtectedFiguresTests
{
    private static readonly RawCell[] _cells =
    [
        Cell(null, 50, 1000, 40),
        Cell("A", 60, 400, 17),
        Cell("B", 50, 300, 15) with
        {
            Largest = (290, 2),
        },
        Cell("C", 40, 300, 8),
    ];

    [Fact]
    public void A_cell_that_one_company_dominates_takes_a_second_one_with_it() =>
        Assert.Equal(
            [CellStatus.Published, CellStatus.Published, CellStatus.Dominated, CellStatus.ProtectsAnother],
            Of(new HashSet<int>()).Figures.Select(figure => figure.Status)
        );

    [Fact]
    public void What_numbers_withhold_of_a_node_is_withheld_of_its_parts()
    {
        var above = Of(new HashSet<int>()).ByNumbers;
        Assert.Equal([2, 3], above.Order());
        Assert.Equal(
            [CellStatus.Published, CellStatus.ProtectsAnother, CellStatus.Dominated, CellStatus.ProtectsAnother],
            Of(new HashSet<int> { 1, 3 }).Figures.Select(figure => figure.Status)
        );
    }

    [Fact]
    public void Without_protection_nothing_else_is_withheld() =>
        Assert.Equal([2], Of(new HashSet<int>(), new(5) { Protection = 0 }).ByNumbers);

    private static ProtectedFigures Of(IReadOnlySet<int> above, ConfidentialityRule? rule = null) =>
        ProtectedFigures.Of(
            new(rule ?? new(5), TestGate.Economist, (0, 100)),
            _cells,
            [.. _cells.Select(_ => (CellStatus?)null)],
            [.. _cells.Select(_ => 0)],
            above
        );

    private static RawCell Cell(string? code, double mean, double population, long respondents) =>
        new([code], 1000, new(mean, 1, mean - 2, mean + 2, 0.95, respondents, respondents, 1, 30, population));
}
