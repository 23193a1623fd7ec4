using System.Text;
using Dmk.Maturity.Simulation.Tests;
using static Dmk.Maturity.Trials.CoverageFigures;

namespace Dmk.Maturity.Trials;

/// <summary>What repeated samples say about intervals, as a page.</summary>
/// <param name="runs">Per number of invitations, the larger first: with companies that move, and the same without.</param>
internal sealed class CoverageReport(TruePopulation population, int seed, IReadOnlyList<(CoverageRun Moving, CoverageRun Staying)> runs)
{
    private const int Worst = 6;

    private readonly StringBuilder _text = new();

    public string Text(string machine, TimeSpan took)
    {
        Head(machine, took);
        Line(CoverageAnswer.Of(runs), "");
        Product("Tables as they are, at least 10 respondents", (run, table) => run.WithEnough(IntervalWay.Product, table));
        Product("Tables as they are, fewer than 10", (run, table) => run.WithFew(IntervalWay.Product, table));
        SideBySide("Side by side, at least 10 respondents", (run, way, table) => run.WithEnough(way, table));
        SideBySide("Side by side, fewer than 10", (run, way, table) => run.WithFew(way, table));
        Movers();
        Lowest();
        return _text.ToString();
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private void Line(params IEnumerable<string> lines) => _text.AppendJoin('\n', lines).Append('\n');

    private void Row(params IEnumerable<string> columns) => Line($"| {string.Join(" | ", columns)} |");

    private void Columns(params IReadOnlyList<string> names)
    {
        Row(names);
        Line($"|{string.Concat(Enumerable.Repeat("---|", names.Count))}");
    }

    private void Head(string machine, TimeSpan took)
    {
        var (run, strata) = (runs[0].Moving, population.Frame.Count);
        Line("# Do intervals hold the truth?", "", machine);
        Line("Command: `dotnet run -c Release --project tests/Dmk.Maturity.Trials -- coverage --report docs/trials/coverage.md`.");
        Line(Text($"Seed {seed}; {run.Repetitions} samples of each kind, {took.TotalMinutes:0.0} minutes on one core. No server."), "");
        Line(Text($"A country of {population.Companies} made-up companies on the counts of the register, scaled down, in {strata} strata"));
        Line(
            """
            (Land x sector x size). Each has a score between 0 and 100 from its sector, its size and a part of its own, skewed to the
            right. Since the frame was made 1 % have moved to another Land, 1.5 % to another sector and 2 % to another size: they are drawn where
            they were, and count where they are. So the true mean of every domain is known. Samples are drawn as the product draws them (power
            allocation); who is invited answers at random with the propensity of its size class (46 to 58 %); weights follow the collapse rule of
            the pilot study; means, standard errors and intervals of 95 % are those of tables.
            """
        );
        foreach (var (one, _) in runs)
        {
            Line(
                Text($"Of {one.Invited} invited {one.MeanRespondents:0} answer and {one.MeanCollapses:0} classes are merged, on average.")
            );
        }

        Line("");
    }

    private static IReadOnlyList<DomainTally> Of(CoverageRun run, string table) => run.WithEnough(IntervalWay.Product, table);

    private void Product(string title, Func<CoverageRun, string, IReadOnlyList<DomainTally>> of)
    {
        Line(
            $"## {title}",
            "",
            "*Spread* is the standard deviation of the estimates over the samples. Percentile, worst domain, bias and ratios are those of",
            "domains that had an interval in a fifth of the samples at least.",
            ""
        );
        Columns(
            "invited",
            "domains of",
            "intervals",
            "respondents",
            "effective",
            "cover %",
            "5th percentile of domains",
            "worst domain",
            "truth above %",
            "truth below %",
            "half-width",
            "bias/spread, mean absolute",
            "worst",
            "standard error/spread",
            "by variances",
            "without interval"
        );
        foreach (var (run, _) in runs)
        {
            foreach (var table in run.Tables)
            {
                var tallies = of(run, table.Name);
                if (tallies.Any(tally => tally.Intervals > 0))
                {
                    Row(ProductColumns(run, table, tallies));
                }
            }
        }

        Line("");
    }

    private static string[] ProductColumns(CoverageRun run, TrueDomains table, IReadOnlyList<DomainTally> tallies)
    {
        var known = Known(run, tallies);
        return
        [
            Text($"{run.Invited}"),
            table.Name,
            Text($"{tallies.Sum(tally => tally.Intervals)}"),
            Text($"{Mean(tallies, tally => tally.Respondents):0.0}"),
            Text($"{Mean(tallies, tally => tally.EffectiveRespondents):0.0}"),
            Percent(Coverage(tallies)),
            Percent(FifthPercentile(known)),
            known.Length == 0
                ? "–"
                : $"{Percent(known[0].Coverage)} ({table.Labels[tallies.Index().First(one => one.Item == known[0]).Index]})",
            Percent(Share(tallies, tally => tally.TooLow)),
            Percent(Share(tallies, tally => tally.TooHigh)),
            Number(Mean(tallies, tally => tally.HalfWidth)),
            Number(OfKnown(known, tally => Math.Abs(tally.Bias))),
            known.Length == 0 ? "–" : Number(known.Max(tally => Math.Abs(tally.Bias))),
            Number(OfKnown(known, tally => tally.ErrorRatio)),
            Number(OfKnown(known, tally => tally.VarianceRatio)),
            Text($"{tallies.Sum(tally => tally.WithoutInterval)}"),
        ];
    }

    private void SideBySide(string title, Func<CoverageRun, IntervalWay, string, IReadOnlyList<DomainTally>> of)
    {
        Line($"## {title}", "", "Coverage in %, its 5th percentile over domains, half-width, root of the mean variance over spread.", "");
        Columns(["invited", "domains of", .. runs[0].Moving.Ways.Select(way => way.Name)]);
        foreach (var (run, _) in runs)
        {
            foreach (var table in run.Tables.Where(table => of(run, run.Ways[0], table.Name).Any(tally => tally.Intervals > 0)))
            {
                Row([Text($"{run.Invited}"), table.Name, .. run.Ways.Select(way => Four(run, of(run, way, table.Name)))]);
            }
        }

        Line("");
    }

    private static string Four(CoverageRun run, IReadOnlyList<DomainTally> tallies)
    {
        var known = Known(run, tallies);
        return $"{Percent(Coverage(tallies))}, {Percent(FifthPercentile(known))}, {Number(Mean(tallies, tally => tally.HalfWidth))}, "
            + Number(OfKnown(known, tally => tally.VarianceRatio));
    }

    private void Movers()
    {
        Line("## What the movers do", "", "Beside the same country had nobody moved; tables as they are, at least 10 respondents.", "");
        Columns(
            "invited",
            "domains of",
            "cover %",
            "had nobody moved",
            "half-width",
            "had nobody moved",
            "worst domain %",
            "had nobody moved"
        );
        foreach (var (moving, staying) in runs)
        {
            foreach (var table in moving.Tables.Select(table => table.Name))
            {
                var (one, other) = (Of(moving, table), Of(staying, table));
                if (Known(moving, one) is [var worst, ..] && Known(staying, other) is [var without, ..])
                {
                    Row(
                        Text($"{moving.Invited}"),
                        table,
                        Percent(Coverage(one)),
                        Percent(Coverage(other)),
                        Number(Mean(one, tally => tally.HalfWidth)),
                        Number(Mean(other, tally => tally.HalfWidth)),
                        Percent(worst.Coverage),
                        Percent(without.Coverage)
                    );
                }
            }
        }

        Line("");
    }

    private void Lowest()
    {
        Line("## The domains with the lowest coverage", "");
        Columns(
            "invited",
            "domain",
            "respondents",
            "effective",
            "cover %",
            "truth above %",
            "truth below %",
            "bias/spread",
            "by variances",
            "linearised cover %"
        );
        foreach (var (run, _) in runs)
        {
            var all = run.Tables.SelectMany(table =>
                Of(run, table.Name)
                    .Zip(run.WithEnough(IntervalWay.Linearised, table.Name), table.Labels)
                    .Where(one => one.First.Intervals >= run.Repetitions / 5)
            );
            foreach (var (tally, linearised, label) in all.OrderBy(one => one.First.Coverage).Take(Worst))
            {
                Row(
                    Text($"{run.Invited}"),
                    label,
                    Text($"{tally.Respondents:0.0}"),
                    Text($"{tally.EffectiveRespondents:0.0}"),
                    Percent(tally.Coverage),
                    Percent((double)tally.TooLow / tally.Intervals),
                    Percent((double)tally.TooHigh / tally.Intervals),
                    Number(tally.Bias),
                    Number(tally.VarianceRatio),
                    Percent(linearised.Coverage)
                );
            }
        }
    }
}
