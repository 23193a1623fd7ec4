using System.Reflection;
using System.Runtime.CompilerServices;
using CsCheck;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>What the gate lets through, and that nobody gets at the rest by adding and subtracting.</summary>
public sealed class GateTests
{
    [Fact]
    public void Each_figure_says_why_it_is_shown_or_not()
    {
        var cells = new[]
        {
            new RawCell(["BW"], 100, Estimate(12)),
            new RawCell(["BY"], 100, Estimate(9, halfWidth: 10.5)),
            new RawCell(["BE"], 100, null),
            new RawCell(["HB"], 0, null),
        };
        Assert.Equal([CellStatus.Published, CellStatus.Unreliable, CellStatus.NoRespondents, CellStatus.StructuralZero], Statuses(cells));
    }

    [Fact]
    public void A_withheld_figure_has_no_numbers()
    {
        var figures = TestGate.Of().Protect([Cell(5, "BW"), Cell(2, "BY"), Cell(3, "BE"), Cell(10, null)]);
        Assert.Equal(
            [CellStatus.Published, CellStatus.FewRespondents, CellStatus.ProtectsAnother, CellStatus.Published],
            figures.Select(figure => figure.Status)
        );
        Assert.Equal([true, false, false, true], figures.Select(figure => figure.Estimate is not null));
    }

    [Fact]
    public void Two_withheld_with_fewer_than_three_together_take_a_third_with_them() =>
        Assert.Equal(
            [CellStatus.FewRespondents, CellStatus.FewRespondents, CellStatus.ProtectsAnother, CellStatus.Published],
            Statuses([Cell(1, "BW"), Cell(1, "BY"), Cell(4, "BE"), Cell(6, null)])
        );

    [Fact]
    public void If_only_the_total_is_left_the_total_is_withheld() =>
        Assert.Equal([CellStatus.FewRespondents, CellStatus.FewRespondents], Statuses([Cell(2, "BW"), Cell(2, null)]));

    [Fact]
    public void A_cell_in_a_table_of_two_dimensions_needs_a_rectangle()
    {
        var table = Table(("C", [1, 9, 8]), ("F", [7, 6, 9]), ("G", [9, 9, 9]));
        var statuses = Statuses(table);
        Assert.Equal(1, statuses.Count(status => status == CellStatus.FewRespondents));
        Assert.Equal(3, statuses.Count(status => status == CellStatus.ProtectsAnother));
        Assert.All(
            table.Zip(statuses).Where(cell => cell.First.Codes.Contains(null)),
            cell => Assert.Equal(CellStatus.Published, cell.Second)
        );
    }

    [Fact]
    public void A_margin_that_no_table_shows_is_added_up_all_the_same()
    {
        // Land x sector and Land x size without Land: BW's sectors add up to BW, and BW less its sizes gives the small one.
        RawCell[] cells = [Cell(10, "BW", "C", null), Cell(2, "BW", null, "1-9"), Cell(8, "BW", null, "10-49")];
        Assert.Equal([CellStatus.Published, CellStatus.FewRespondents, CellStatus.ProtectsAnother], Statuses(cells));
    }

    [Fact]
    public void What_a_table_leaves_out_of_its_total_is_protected_too()
    {
        // Two companies without a sector: the Land less its sectors would be theirs.
        RawCell[] cells = [Cell(10, "BW", null), Cell(5, "BW", "C"), Cell(3, "BW", "F")];
        Assert.Equal([CellStatus.Published, CellStatus.Published, CellStatus.ProtectsAnother], Statuses(cells));
    }

    [Fact]
    public void A_minimum_of_one_shows_all() =>
        Assert.DoesNotContain(TestGate.Of(1).Protect(Table(("C", [1, 2]), ("F", [1, 5]))), figure => figure.Estimate is null);

    [Theory]
    [InlineData(10, CellStatus.Published)]
    [InlineData(10.01, CellStatus.Unreliable)]
    [InlineData(double.NaN, CellStatus.Unreliable)]
    public void A_wide_interval_is_unreliable_whatever_its_middle(double halfWidth, CellStatus status) =>
        Assert.Equal([status], TestGate.Of(1).Protect([new(["BW"], 5, Estimate(5, halfWidth))]).Select(figure => figure.Status));

    [Fact]
    public void On_another_scale_the_same_part_of_it_is_wide()
    {
        var gate = new Gate(new(1), TestGate.Economist, (0, 12));
        Assert.Equal(
            [CellStatus.Published, CellStatus.Unreliable],
            gate.Protect([new(["BW"], 5, Estimate(5, 1.19)), new(["BY"], 5, Estimate(5, 1.21))]).Select(figure => figure.Status)
        );
    }

    [Fact]
    public void Readers_get_rounded_figures()
    {
        var exact = new Estimate(48.8123, 1.2345, 46.3923, 51.2323, 0.95, 123, 87.654, 1.4, 80.4, 123_456.7);
        var figure = Assert.Single(TestGate.Of(5).Protect([new(["BW"], 200_000, exact)], [null]));
        Assert.Equal(new Estimate(48.8, 1.2, 46.4, 51.2, 0.95, 123, 88, double.NaN, 80, 123_000), figure.Estimate);
    }

    [Fact]
    public void What_was_decided_is_withheld()
    {
        RawCell[] cells = [new(["BW"], 9, Estimate(50)), new(["BY"], 9, Estimate(50)), new(["BE"], 9, null)];
        var figures = TestGate.Of(5).Protect(cells, [CellStatus.ProtectsAnother, null, CellStatus.NotYetShown]);
        Assert.Equal([CellStatus.ProtectsAnother, CellStatus.Published, CellStatus.NotYetShown], figures.Select(figure => figure.Status));
        Assert.Throws<ArgumentException>(() => TestGate.Of(5).Protect([new(["BW"], 9, Estimate(50))], []));
    }

    [Theory]
    [InlineData(50, true, 40, 60)]
    [InlineData(0, true, 0, 20)]
    [InlineData(100, true, 80, 100)]
    [InlineData(99.96, false, 80, 100)]
    [InlineData(0.04, false, 0, 20)]
    public void Where_all_have_one_score_or_the_end_of_the_scale_a_range_is_shown(double value, bool alike, double lower, double upper)
    {
        var cell = new RawCell(["BW"], 100, Estimate(8) with { Value = value }) { AllAlike = alike };
        var figure = Assert.Single(TestGate.Of(5).Protect([cell], [null]));
        Assert.Equal((CellStatus.AllAlike, null, new ScoreBound(lower, upper)), (figure.Status, figure.Estimate, figure.Bound));
    }

    [Theory]
    [InlineData(98.8, 8, CellStatus.AllAlike)]
    [InlineData(98.7, 8, CellStatus.Published)]
    [InlineData(98.8, 9, CellStatus.Published)]
    [InlineData(1.2, 8, CellStatus.AllAlike)]
    [InlineData(1.2, 9, CellStatus.Published)]
    public void A_mean_so_near_to_an_end_that_nearly_all_must_be_there_is_a_range(double value, int respondents, CellStatus status)
    {
        var cell = new RawCell(["BW"], 100, Estimate(respondents) with { Value = value });
        Assert.Equal(status, Assert.Single(TestGate.Of(5).Protect([cell], [null])).Status);
    }

    [Theory]
    [InlineData(85, 0, CellStatus.Published)]
    [InlineData(86, 0, CellStatus.Dominated)]
    [InlineData(50, 46, CellStatus.Dominated)]
    [InlineData(0, 0, CellStatus.Published)]
    public void A_cell_that_one_company_nearly_makes_up_is_withheld(double first, double second, CellStatus status)
    {
        var cell = new RawCell(["BW"], 100, Estimate(8)) { Largest = (first, second) };
        Assert.Equal(status, Assert.Single(TestGate.Of(5).Protect([cell], [null])).Status);
    }

    [Fact]
    public void Near_an_end_is_a_part_of_the_scale()
    {
        var gate = new Gate(new(5), TestGate.Economist, (0, 12));
        RawCell[] cells =
        [
            new(["BW"], 100, Estimate(8, 0.5) with { Value = 0.14 }),
            new(["BY"], 100, Estimate(8, 0.5) with { Value = 0.16 }),
        ];
        Assert.Equal([CellStatus.AllAlike, CellStatus.Published], gate.Protect(cells, [null, null]).Select(figure => figure.Status));
    }

    [Fact]
    public void A_range_in_which_all_lie_is_not_narrowed_by_what_is_left_of_a_total()
    {
        var gate = new Gate(new(5), TestGate.Economist, (0, 12));
        RawCell[] cells =
        [
            new([null], 300, Estimate(26, 0.5) with { Value = 4, Population = 300 }),
            new(["BW"], 100, Estimate(8, 0.5) with { Value = 0 }) { AllAlike = true },
            new(["BY"], 100, Estimate(9, 0.5) with { Value = 6 }),
            new(["BE"], 100, Estimate(9, 0.5) with { Value = 6 }),
        ];
        var figures = gate.Protect(cells, [null, null, null, null]);

        Assert.Equal(new ScoreBound(0, 2.4), figures[1].Bound);
        Assert.Equal([2], gate.Narrowing(cells, figures, [0, 0, 0, 0]));
    }

    [Fact]
    public void Lattices_that_cannot_be_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Statuses([Cell(5, "BW"), Cell(5, "BW")]));
        Assert.Throws<ArgumentException>(() => Statuses([Cell(5, "BW"), Cell(5, "BW", "C")]));
        Assert.Throws<ArgumentException>(() => Statuses([Cell(5, "BW"), Cell(4, null)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => TestGate.Of(0));
        Assert.Empty(Statuses([]));
    }

    [Fact]
    public void Nobody_but_the_gate_can_make_a_figure()
    {
        Assert.All(
            typeof(PublishedFigure).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic),
            constructor => Assert.True(constructor.IsPrivate)
        );
        var makers = typeof(Gate)
            .Assembly.GetTypes()
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)))
            .SelectMany(type =>
                type.GetMethods(
                    BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            .Where(method => !method.IsPrivate && !method.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Where(method => method.ReturnType == typeof(PublishedFigure) || method.ReturnType == typeof(IReadOnlyList<PublishedFigure>))
            .Select(method => $"{method.DeclaringType?.Name}.{method.Name}({ParametersOf(method)})");
        Assert.Equal(
            [
                "Gate.Exact(IReadOnlyList`1, IReadOnlyList`1)",
                "Gate.Mixed(PublishedFigure, Double, IReadOnlyList`1)",
                "Gate.Protect(IReadOnlyList`1)",
                "Gate.Protect(IReadOnlyList`1, IReadOnlyList`1)",
                "Gate.ProtectPerPerson(IReadOnlyList`1, IReadOnlyList`1)",
                "PublishedFigure.Alike(ScoreBound)",
                "PublishedFigure.Shown(CellStatus, Estimate)",
                "PublishedFigure.Withheld(CellStatus)",
            ],
            makers.Order(StringComparer.Ordinal)
        );
        Assert.True(typeof(PublishedFigure).IsSealed);
    }

    [Fact]
    public void No_sum_over_fewer_than_three_respondents_can_be_had_from_any_tables() =>
        RandomLattice.WithFinest.Sample(lattice => Assert.Empty(lattice.SmallSums(TestGate.Of().Protect(lattice.Cells), 3)), iter: 400);

    [Fact]
    public void No_small_cell_can_be_had_when_the_finest_table_is_not_shown() =>
        RandomLattice.WithoutFinest.Sample(
            lattice => Assert.Empty(lattice.SmallCellsThatFollow(TestGate.Of().Protect(lattice.Cells), 3)),
            iter: 3000
        );

    [Fact]
    public void Empty_cells_of_one_table_do_not_give_another_away()
    {
        // Land x sector, Land x size, sector x size. All of sector 2 are of size 1, all others of size 0: so sector 2 of a Land is size 1
        // of that Land,
        // and withholding it beside sector 0 (two respondents in Land 0) protects nothing.
        (int[], int)[] finest = [([0, 0, 0], 2), ([0, 1, 0], 6), ([0, 2, 1], 5), ([1, 0, 0], 10), ([1, 1, 0], 10), ([1, 2, 1], 10)];
        var lattice = new RandomLattice(finest, [1, 3, 5, 6]);
        var figures = TestGate.Of().Protect(lattice.Cells);
        Assert.Empty(lattice.SmallCellsThatFollow(figures, 3));
        var sectorsOfLand0 = lattice
            .Cells.Zip(figures)
            .Where(cell => cell.First.Codes is ["0", not null, null])
            .Select(cell => cell.Second.Status);
        Assert.Equal([CellStatus.FewRespondents, CellStatus.ProtectsAnother, CellStatus.Published], sectorsOfLand0);
    }

    [Fact]
    public void The_order_of_the_cells_does_not_matter() =>
        Gen.Select(RandomLattice.WithFinest, Gen.Int[0, 1000])
            .Sample(
                (lattice, seed) =>
                {
                    var order = Enumerable.Range(0, lattice.Cells.Count).ToArray();
                    new Random(seed).Shuffle(order);
                    var shuffled = Statuses([.. order.Select(cell => lattice.Cells[cell])]);
                    var straight = Statuses(lattice.Cells);
                    return order.Select(cell => straight[cell]).SequenceEqual(shuffled);
                },
                iter: 100
            );

    private static CellStatus[] Statuses(IReadOnlyList<RawCell> cells) => [.. TestGate.Of().Protect(cells).Select(figure => figure.Status)];

    /// <summary>Rows of respondents, with both margins and the grand total.</summary>
    private static RawCell[] Table(params (string Row, int[] Respondents)[] rows) =>
        [
            .. rows.SelectMany(row => row.Respondents.Select((respondents, column) => Cell(respondents, row.Row, $"K{column}"))),
            .. rows.Select(row => Cell(row.Respondents.Sum(), row.Row, null)),
            .. rows[0].Respondents.Select((_, column) => Cell(rows.Sum(row => row.Respondents[column]), null, $"K{column}")),
            Cell(rows.Sum(row => row.Respondents.Sum()), null, null),
        ];

    private static RawCell Cell(int respondents, params string?[]? codes) => new(codes ?? [null], 100, Estimate(respondents));

    private static Estimate Estimate(long respondents, double halfWidth = 2) =>
        new(50, halfWidth / 2, 50 - halfWidth, 50 + halfWidth, 0.95, respondents, respondents, 1, respondents - 1, 100);

    private static string ParametersOf(MethodInfo method) =>
        string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name));
}
