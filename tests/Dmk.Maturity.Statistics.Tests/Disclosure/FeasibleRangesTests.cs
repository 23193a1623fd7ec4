using CsCheck;

namespace Dmk.Maturity.Statistics.Tests;

/// <summary>The reference intervals are those of CBC and GLPK (reference/README.md), to 1e-6 of the largest cell.</summary>
public sealed class FeasibleRangesTests
{
    private const string Total = "TOTAL";
    private const double Close = 1e-6;

    private static readonly Gen<Case> _tables =
        from rows in Gen.Int[2, 4]
        from columns in Gen.Int[2, 4]
        from cells in Gen.Int[0, 30].Array[rows * columns]
        from withheld in Gen.Bool.Array[rows * columns]
        from further in Gen.Bool.Array[rows * columns]
        select new Case(rows, columns, cells, withheld, further);

    [Theory]
    [InlineData("contributors")]
    [InlineData("count")]
    [InlineData("count_insider_safe")]
    [InlineData("value")]
    public void A_withheld_cell_lies_between_the_ends_that_other_solvers_find(string pattern)
    {
        var rows = Reference.Rows("suppression-table.csv");
        var withheld = rows.Where(row => row[pattern] != "V").Select(row => (row["land"], row["sector"])).ToList();
        var values = rows.ToDictionary(row => (row["land"], row["sector"]), row => row.Number("amount"));
        var laender = rows.Select(row => row["land"]).Distinct().ToArray();
        var sectors = rows.Select(row => row["sector"]).Distinct().ToArray();
        IEnumerable<(string, string)[]> lines =
        [
            .. laender.Select(land => sectors.Select(sector => (land, sector)).Where(values.ContainsKey).ToArray()),
            .. sectors.Select(sector => laender.Select(land => (land, sector)).Where(values.ContainsKey).ToArray()),
        ];
        var sums = lines.Select(line =>
        {
            var known = line.Where(cell => !withheld.Contains(cell)).Sum(cell => Sign(line, cell) * values[cell]);
            return KnownSum.Around(
                [.. line.Where(withheld.Contains).Select(cell => (withheld.IndexOf(cell), Sign(line, cell)))],
                -known,
                1e-6
            );
        });

        var ranges = FeasibleRanges.Of([.. withheld.Select(_ => new UnknownNumber(0, double.PositiveInfinity))], [.. sums]);

        var expected = Reference.Rows("suppression-intervals.csv").Where(row => row["pattern"] == pattern).ToList();
        Assert.Equal(withheld.Count, expected.Count);
        foreach (var row in expected)
        {
            var range = ranges[withheld.IndexOf((row["land"], row["sector"]))];
            var tolerance = Close * values[(Total, Total)];
            Assert.Equal(row.Number("min"), range.Lower, tolerance);
            Assert.Equal(row.Number("max"), range.Upper, tolerance);
        }

        static double Sign((string Land, string Sector)[] line, (string Land, string Sector) cell)
        {
            return cell == line[^1] ? -1 : 1;
        }
    }

    [Fact]
    public void The_truth_always_lies_within_the_range() =>
        _tables.Sample(
            table =>
            {
                foreach (var kind in new[] { false, true })
                {
                    var ranges = table.Ranges(table.Withheld, kind);
                    foreach (var (cell, range) in ranges)
                    {
                        Assert.InRange(table.Cells[cell], range.Lower - Close, range.Upper + Close);
                    }
                }
            },
            iter: 60
        );

    [Fact]
    public void Withholding_more_never_narrows_a_range() =>
        _tables.Sample(
            table =>
            {
                var fewer = table.Ranges(table.Withheld, whole: false);
                var more = table.Ranges([.. table.Withheld.Zip(table.Further, (one, other) => one || other)], whole: false);
                foreach (var (cell, range) in fewer)
                {
                    Assert.True(more[cell].Lower <= range.Lower + Close && more[cell].Upper >= range.Upper - Close);
                }
            },
            iter: 60
        );

    [Fact]
    public void That_numbers_are_whole_only_narrows_a_range() =>
        _tables.Sample(
            table =>
            {
                var whole = table.Ranges(table.Withheld, whole: true);
                foreach (var (cell, range) in table.Ranges(table.Withheld, whole: false))
                {
                    Assert.True(whole[cell].Lower >= range.Lower - Close && whole[cell].Upper <= range.Upper + Close);
                    Assert.Equal(Math.Round(whole[cell].Lower), whole[cell].Lower);
                }
            },
            iter: 60
        );

    [Fact]
    public void Whole_numbers_can_give_away_what_bounds_alone_do_not()
    {
        // 3 x + 2 y = 7 has one solution in whole numbers, and many others.
        KnownSum sum = new([(0, 3), (1, 2)], 7, 7);

        Assert.Equal(
            [new FeasibleRange(1, 1), new FeasibleRange(2, 2)],
            FeasibleRanges.Of([new(0, 10) { IsWhole = true }, new(0, 10) { IsWhole = true }], [sum])
        );
        Assert.Equal(7.0 / 3, FeasibleRanges.Of([new(0, 10), new(0, 10)], [sum])[0].Upper, 1e-7);
    }

    [Fact]
    public void A_rounded_sum_leaves_its_step()
    {
        var range = FeasibleRanges.Of([new(0, 100)], [KnownSum.Around([(0, 2)], 10, 0.5)])[0];

        Assert.Equal(4.75, range.Lower, 1e-7);
        Assert.Equal(5.25, range.Upper, 1e-7);
    }

    [Fact]
    public void What_nothing_bounds_is_unbounded()
    {
        var ranges = FeasibleRanges.Of(
            [new(0, double.PositiveInfinity), new(double.NegativeInfinity, double.PositiveInfinity), new(1, 2)],
            [new([(0, 1), (1, 1)], 5, 5)]
        );

        Assert.Equal(new FeasibleRange(0, double.PositiveInfinity), ranges[0]);
        Assert.Equal(double.NegativeInfinity, ranges[1].Lower);
        Assert.Equal(5, ranges[1].Upper, 1e-7);
        Assert.Equal(new FeasibleRange(1, 2), ranges[2]);
    }

    [Fact]
    public void Figures_of_different_data_are_an_error_that_says_so()
    {
        var wrong = Assert.Throws<InfeasibleException>(() => FeasibleRanges.Of([new(0, 1), new(0, 1)], [new([(0, 1), (1, 1)], 3, 3)]));
        Assert.StartsWith("No numbers agree with all that is known of the unknown 0 and the 1", wrong.Message, StringComparison.Ordinal);
        Assert.Throws<InfeasibleException>(() => FeasibleRanges.Of([new(0, 1)], [new([], 3, 3)]));
        Assert.Throws<ArgumentException>(() => FeasibleRanges.Of([new(2, 1)], []));
        Assert.Throws<ArgumentException>(() => FeasibleRanges.Of([new(double.NaN, 1)], []));
        Assert.Throws<ArgumentException>(() => FeasibleRanges.Of([new(0, 1)], [new([(1, 1)], 0, 1)]));
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1)]
    [InlineData(1e9)]
    public void The_unit_of_a_table_does_not_matter(double unit)
    {
        var sums = new KnownSum[] { new([(0, 1), (1, 1)], 10 * unit, 10 * unit), new([(1, 1), (2, 1)], 7 * unit, 7 * unit) };

        var ranges = FeasibleRanges.Of([new(0, 8 * unit), new(0, 100 * unit), new(0, 100 * unit)], sums);

        Assert.Equal(3, ranges[0].Lower / unit, 1e-6);
        Assert.Equal(8, ranges[0].Upper / unit, 1e-6);
        Assert.Equal(5, ranges[2].Upper / unit, 1e-6);
    }

    /// <summary>A table with its margins, all of them published.</summary>
    internal sealed record Case(int Rows, int Columns, int[] Cells, bool[] Withheld, bool[] Further)
    {
        public Dictionary<int, FeasibleRange> Ranges(bool[] withheld, bool whole)
        {
            int[] unknown = [.. Enumerable.Range(0, Cells.Length).Where(cell => withheld[cell])];
            var lines = Enumerable
                .Range(0, Rows)
                .Select(row => Enumerable.Range(row * Columns, Columns).ToArray())
                .Concat(
                    Enumerable
                        .Range(0, Columns)
                        .Select(column => Enumerable.Range(0, Rows).Select(row => (row * Columns) + column).ToArray())
                );
            var sums = lines.Select(line =>
            {
                var rest = line.Where(cell => withheld[cell]).Sum(cell => Cells[cell]);
                return new KnownSum(
                    [.. line.Where(cell => withheld[cell]).Select(cell => (Array.IndexOf(unknown, cell), 1.0))],
                    rest,
                    rest
                );
            });
            var ranges = FeasibleRanges.Of(
                [.. unknown.Select(_ => new UnknownNumber(0, double.PositiveInfinity) { IsWhole = whole })],
                [.. sums]
            );
            return unknown.Index().ToDictionary(cell => cell.Item, cell => ranges[cell.Index]);
        }
    }
}
