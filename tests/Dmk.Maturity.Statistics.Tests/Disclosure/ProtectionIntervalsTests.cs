using CsCheck;

namespace Dmk.Maturity.Statistics.Tests;

/// <summary>How far the mean of too few companies can be narrowed, and what is withheld so that it cannot.</summary>
public sealed class ProtectionIntervalsTests
{
    private const double Width = 0.1;

    [Fact]
    public void What_is_left_of_a_total_is_narrow_and_takes_a_part_with_it()
    {
        ReadCell[] cells = [Given(null, 0.5, 1000, 40), Given("A", 0.6, 400, 20), Given("B", 0.5, 300, 17), Secret("C", 3)];
        Assert.InRange(ProtectionIntervals.RangeOf(cells, 3).Width, 0, 0.02);
        Assert.Equal([2], ProtectionIntervals.Further(cells, Width));
        cells[2] = cells[2] with { Mean = (0, 1), Population = null };
        Assert.InRange(ProtectionIntervals.RangeOf(cells, 3).Width, Width, 1);
        Assert.Empty(ProtectionIntervals.Further(cells, Width));
    }

    [Fact]
    public void Where_nothing_is_secret_nothing_more_is_withheld()
    {
        ReadCell[] cells = [Given(null, 0.5, 1000, 40), Given("A", 0.6, 400, 20), Secret("B", 20) with { IsSecret = false }];
        Assert.Empty(ProtectionIntervals.Further(cells, Width));
    }

    [Fact]
    public void Tables_of_other_companies_do_not_add_up()
    {
        ReadCell[] cells = [Given(null, 0.5, 1000, 40), Given("A", 0.6, 400, 37) with { Source = 1 }, Secret("B", 3) with { Source = 1 }];
        Assert.Empty(ProtectionIntervals.Further(cells, Width));
    }

    [Fact]
    public void If_no_part_is_left_to_withhold_the_table_and_the_total_are()
    {
        ReadCell[] cells =
        [
            Given("A", null, 0.5, 1000, 40),
            Given("B", null, 0.5, 1000, 40),
            Secret("A", "p", 40),
            Given("B", "p", 0.5, 1000, 40),
        ];
        Assert.Equal([0, 3], ProtectionIntervals.Further(cells, Width));
    }

    [Fact]
    public void The_truth_lies_within_the_range_and_afterwards_no_range_is_narrow() =>
        Gen.Select(Gen.Int[1, 25].Array[12], Gen.Double[0, 1].Array[12], Gen.Double[1, 40].Array[12])
            .Sample(
                (companies, means, weights) =>
                {
                    var cells = Table(companies, means, weights, Rounded);
                    foreach (var at in ProtectionIntervals.Further(cells, Width))
                    {
                        cells[at] = cells[at] with { Mean = (0, 1), Population = null };
                    }

                    foreach (var (at, cell) in cells.Index().Where(one => one.Item is { IsSecret: true, Codes: [not null, not null] }))
                    {
                        var number = at - 8;
                        var range = ProtectionIntervals.RangeOf(cells, at);
                        Assert.InRange(means[number], range.Lower - 1e-6, range.Upper + 1e-6);
                        Assert.True(
                            range.Width >= Width - 1e-6
                                || !cells.Any(other => other is { Codes: [not null, not null], Population: not null }),
                            $"{number} is known to {range}."
                        );
                    }
                },
                iter: 60
            );

    [Fact]
    public void Where_everybody_in_a_total_is_at_an_end_it_is_withheld_with_one_from_which_it_would_follow()
    {
        // Of A the small part is 0, as all of A is; its other part takes nothing from that, and A is all less B and C.
        ReadCell[] cells =
        [
            Exact(null, null, 0.4, 100, 100),
            Exact("A", null, 0, 20, 20),
            Exact("B", null, 0.5, 30, 30),
            Exact("C", null, 0.5, 50, 50),
            Exact("A", "p", 0, 3, 3),
            Exact("A", "q", 0, 17, 17),
            Exact("B", "p", 0.5, 3, 3),
            Exact("B", "q", 0.5, 27, 27),
            Exact("C", "p", 0.5, 25, 25),
            Exact("C", "q", 0.5, 25, 25),
        ];
        Assert.Equal(0, ProtectionIntervals.RangeOf(AsRead(cells), 4).Width, 0.001);
        Assert.Equal([1, 2], ProtectionIntervals.Further(cells, Width));
        Assert.InRange(ProtectionIntervals.RangeOf(AsRead(WithoutFurther(cells)), 4).Width, Width, 1);
    }

    /// <summary>Scores of 0 and 1 only, often the same in a whole row.</summary>
    [Fact]
    public void Nor_is_a_range_narrow_where_all_figures_are_exact() =>
        Gen.Select(Gen.Int[1, 12].Array[12], Gen.Int[0, 2].Array[12], Gen.Double[1, 40].Array[12])
            .Sample(
                (companies, means, weights) =>
                {
                    double[] ofCells = [.. means.Select((_, at) => means[at / 4] < 2 ? means[at / 4] : means[at] / 2.0)];
                    var cells = WithoutFurther(Table(companies, ofCells, weights, Exact));
                    foreach (
                        var (secret, range) in Enumerable.Range(0, 20).Where(at => cells[at].IsSecret).Select(at => (at, Means(cells, at)))
                    )
                    {
                        Assert.True(range.Width >= Width - 1e-6, $"{secret} is known to {range}.");
                    }
                },
                iter: 200
            );

    /// <summary>Where figures are nearly exact a solver that goes on from its last solution can lose its way; an end that was not found
    /// must not be taken for one that is not there.</summary>
    [Fact]
    public void Every_end_of_a_range_of_nearly_exact_figures_is_found_and_lies_on_the_scale() =>
        Gen.Select(Gen.Int[1, 12].Array[12], Gen.Double[0, 1].Array[12], Gen.Double[1, 40].Array[12])
            .Sample(
                (companies, means, weights) =>
                {
                    var cells = AsRead(Table(companies, means, weights, Exact));
                    foreach (var secret in Enumerable.Range(8, 12).Where(at => cells[at].IsSecret))
                    {
                        var range = ProtectionIntervals.RangeOf(cells, secret);
                        Assert.InRange(means[secret - 8], range.Lower - 1e-4, range.Upper + 1e-4);
                        Assert.InRange(range.Upper, 0, 1 + 1e-6);
                        Assert.InRange(range.Lower, -1e-6, 1);
                    }
                },
                iter: 300
            );

    private static ReadCell[] WithoutFurther(ReadCell[] cells)
    {
        ReadCell[] left = [.. cells];
        foreach (var at in ProtectionIntervals.Further(cells, Width))
        {
            left[at] = left[at] with { Mean = (0, 1), Population = null };
        }

        return left;
    }

    /// <summary>What somebody finds with programmes for what stands at the upper end of the scale and at the lower one, of the table below:
    /// neither is negative, and both add up.</summary>
    private static FeasibleRange Means(ReadCell[] cells, int secret)
    {
        (int Total, int[] Parts)[] sums =
        [
            (0, [1, 2, 3]),
            (0, [4, 5, 6, 7]),
            .. Enumerable.Range(0, 3).Select(row => (1 + row, Enumerable.Range(8 + (4 * row), 4).ToArray())),
            .. Enumerable
                .Range(0, 4)
                .Select(column => (4 + column, Enumerable.Range(0, 3).Select(row => 8 + column + (4 * row)).ToArray())),
        ];
        var (upper, lower) = (At(cell => cell.Mean.Lower), At(cell => 1 - cell.Mean.Lower));
        var least = 1e-4 * cells[secret].Truth!.Value.Population;
        return new(
            lower.Upper < least ? 1 : upper.Lower / (upper.Lower + lower.Upper),
            upper.Upper < least ? 0 : upper.Upper / (upper.Upper + lower.Lower)
        );

        FeasibleRange At(Func<ReadCell, double> end)
        {
            var unknowns = Array.ConvertAll(cells, _ => new UnknownNumber(0, 1e5));
            var known = sums.Select(sum =>
            {
                var all = sum.Parts.Select(part => (Cell: part, Sign: 1.0)).Append((Cell: sum.Total, Sign: -1.0)).ToArray();
                var given = all.Sum(one =>
                    cells[one.Cell] is { Population: var (population, _) } cell ? one.Sign * population * end(cell) : 0
                );
                return KnownSum.Around([.. all.Where(one => cells[one.Cell].Population is null)], -given, 0);
            });
            return FeasibleRanges.Of(unknowns, [.. known.Where(sum => sum.Terms.Count > 0)], secret);
        }
    }

    /// <summary>As one reads them who knows no more than is given, all but exactly.</summary>
    private static ReadCell[] AsRead(ReadCell[] cells) =>
        [
            .. cells.Select(cell =>
                cell.Population is var (population, _)
                    ? cell with
                    {
                        Truth = null,
                        Mean = (cell.Mean.Lower - 1e-7, cell.Mean.Upper + 1e-7),
                        Population = (population * (1 - 1e-7), population * (1 + 1e-7)),
                    }
                    : cell with
                    {
                        Truth = null,
                    }
            ),
        ];

    private static ReadCell Exact(string? row, string? column, double mean, double population, long respondents) =>
        new([row, column], 0, respondents, respondents < 5 ? (0, 1) : (mean, mean), respondents < 5 ? null : (population, population))
        {
            IsSecret = respondents < 5,
            Truth = (population, mean * population),
        };

    private static ReadCell Rounded(string? row, string? column, double mean, double population, long respondents) =>
        respondents < 5 ? Secret(row, column, respondents) : Given(row, column, mean, population, respondents);

    /// <summary>Three rows and four columns, and all margins; those of fewer than five companies are withheld.</summary>
    private static ReadCell[] Table(
        int[] companies,
        double[] means,
        double[] weights,
        Func<string?, string?, double, double, long, ReadCell> read
    )
    {
        var all = Enumerable.Range(0, 12).ToArray();
        return
        [
            Cell(null, null, all),
            .. Enumerable.Range(0, 3).Select(row => Cell($"R{row}", null, [.. all.Where(at => at / 4 == row)])),
            .. Enumerable.Range(0, 4).Select(column => Cell(null, $"C{column}", [.. all.Where(at => at % 4 == column)])),
            .. all.Select(at => Cell($"R{at / 4}", $"C{at % 4}", [at])),
        ];

        ReadCell Cell(string? row, string? column, int[] members)
        {
            var population = members.Sum(at => companies[at] * weights[at]);
            var mean = members.Sum(at => companies[at] * weights[at] * means[at]) / population;
            return read(row, column, mean, population, members.Sum(at => companies[at]));
        }
    }

    private static ReadCell Given(string? code, double mean, double population, long respondents) =>
        new([code], 0, respondents, (mean - 0.0005, mean + 0.0005), (population - 0.5, population + 0.5));

    private static ReadCell Given(string? row, string? column, double mean, double population, long respondents) =>
        Given(row, mean, population, respondents) with
        {
            Codes = [row, column],
        };

    private static ReadCell Secret(string? code, long respondents) => new([code], 0, respondents, (0, 1), null) { IsSecret = true };

    private static ReadCell Secret(string? row, string? column, long respondents) =>
        Secret(row, respondents) with
        {
            Codes = [row, column],
        };
}
