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
                    var cells = Table(companies, means, weights);
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

    /// <summary>Three rows and four columns, and all margins; those of fewer than five companies are withheld.</summary>
    private static ReadCell[] Table(int[] companies, double[] means, double[] weights)
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
            var respondents = members.Sum(at => companies[at]);
            return respondents < 5
                ? Secret(row, column, respondents)
                : new([row, column], 0, respondents, (mean - 0.0005, mean + 0.0005), (population - 0.5, population + 0.5));
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
