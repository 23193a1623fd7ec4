using System.Globalization;
using Dmk.Maturity.Simulation.Tests;
using static Dmk.Maturity.Trials.CoverageFigures;

namespace Dmk.Maturity.Trials;

/// <summary>What a run says, in words with its numbers. Why it is so was read from the run with the usual settings.</summary>
internal static class CoverageAnswer
{
    private const string LandBySector = "Land x sector";
    private const string LandBySize = "Land x size";

    public static string Of(IReadOnlyList<(CoverageRun Moving, CoverageRun Staying)> runs)
    {
        var ((large, staying), (small, _)) = (runs[0], runs[^1]);
        return $"""
            ## The answer

            Demanded: 93 to 97 % of the intervals of a table's domains with at least 10 respondents. {Verdict(runs)}

            {Movers(large, staying)}
            {Residuals(small)}
            {Merging(small)}
            {Calibration(large, small)}
            """;
    }

    private static IReadOnlyList<DomainTally> Usual(CoverageRun run, string table) => run.WithEnough(IntervalWay.Product, table);

    private static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    private static string Verdict(IReadOnlyList<(CoverageRun Moving, CoverageRun Staying)> runs)
    {
        var all = runs.SelectMany(pair =>
                pair.Moving.Tables.Select(table => (pair.Moving.Invited, table.Name, Coverage: Coverage(Usual(pair.Moving, table.Name))))
            )
            .Where(one => !double.IsNaN(one.Coverage))
            .ToList();
        var outside = all.Where(one => one.Coverage is < 0.93 or > 0.97)
            .Select(one => $"{one.Name} at {Whole(one.Invited)} invited ({Percent(one.Coverage)} %)")
            .ToList();
        return outside.Count == 0
            ? $"All {Whole(all.Count)} tables keep it."
            : $"**{Whole(all.Count - outside.Count)} of {Whole(all.Count)} tables keep it; outside: {string.Join(", ", outside)}.**";
    }

    private static string Movers(CoverageRun run, CoverageRun staying)
    {
        var (moved, stayed) = (Usual(run, LandBySector), Usual(staying, LandBySector));
        var (above, below) = (Percent(Share(moved, one => one.TooLow)), Percent(Share(moved, one => one.TooHigh)));
        return $"""
            * Movers are not what costs coverage: {LandBySector} at {Whole(run.Invited)} invited covers {Percent(
                Coverage(moved)
            )} % with them and {Percent(Coverage(stayed))} % had nobody moved.
              They score as their like do where they are now; the weights that they bring along are seen by the standard error.
            * Skewness costs some: of {LandBySector} at {Whole(
                run.Invited
            )} invited {above} % of the truths lie above their interval and {below} % below.
              A sample without one of the few high scores has a low mean and a small standard error at once.
            """;
    }

    private static string Residuals(CoverageRun run)
    {
        var tallies = Usual(run, LandBySize);
        var respondents = Whole(Mean(tallies, one => one.Respondents));
        var effective = Mean(tallies, one => one.EffectiveRespondents).ToString("0.0", CultureInfo.InvariantCulture);
        var ratio = Number(OfKnown(Known(run, tallies), one => one.VarianceRatio));
        return $"""
            * Small numbers would cost most. {LandBySize} at {Whole(
                run.Invited
            )} invited has {respondents} respondents, but {effective} effective ones;
              the mean is estimated from the same residuals as its error, and these are too small: the root of the mean linearised variance is
              {ratio} of the standard deviation of the estimates. R's `survey` computes the same. So tables enlarge the residuals for their
              intervals (`docs/statistics.md`), which changes next to nothing in large domains. Coverage with the linearised variance, and as it is:
              {Both(LandBySize, one => run.WithEnough(one, LandBySize))}, {Both(
                  "sector x size",
                  one => run.WithEnough(one, "sector x size")
              )};
              with fewer than 10 respondents {Both(LandBySector, one => run.WithFew(one, LandBySector))}.
            """;

        static string Both(string table, Func<IntervalWay, IReadOnlyList<DomainTally>> of)
        {
            var (before, after) = (of(IntervalWay.Linearised), of(IntervalWay.Product));
            return $"{table} {Percent(Coverage(before))} % → {Percent(Coverage(after))} % (half-width "
                + $"{Number(Mean(before, one => one.HalfWidth))} → {Number(Mean(after, one => one.HalfWidth))})";
        }
    }

    private static string Merging(CoverageRun run)
    {
        var way = run.Ways.Single(one => one.Name == "other order of merging");
        var (own, other) = (Usual(run, "Germany")[0], run.WithEnough(way, "Germany")[0]);
        return $"""
            * Merged classes have a bias where size is merged before sector: small companies without a respondent are represented by larger ones,
              which score more. Germany at {Whole(run.Invited)} invited lies {Number(own.Bias)} standard deviations beside the truth in the
              order of the pilot study, and its intervals cover {Percent(own.Coverage)} %. In the other order it would be {Number(
                  other.Bias
              )}, and {Percent(other.Coverage)} %.
            """;
    }

    private static string Calibration(CoverageRun large, CoverageRun small)
    {
        var way = small.Ways.Single(one => one.Name == "calibrated");
        var (size, few) = (Percent(Coverage(small.WithEnough(way, "size"))), Percent(Coverage(small.WithFew(way, LandBySector))));
        var germany = large.WithEnough(way, "Germany")[0];
        return $"""
            * Calibration to {LandBySize} and sector x size asks much of {Whole(
                small.MeanRespondents
            )} respondents: residuals of a regression on more than a hundred
              categories are too small. size {size} %, {LandBySector} with fewer than 10 respondents {few} %. Samples of {Whole(
                small.Repetitions
            )} without
              figures, as no weights met the margins or a category had nobody: {Whole(
                small.Without.GetValueOrDefault(way)
            )}. And it ties companies where they stand now to counts
              of a frame in which some stood elsewhere: Germany at {Whole(large.Invited)} invited covers {Percent(
                germany.Coverage
            )} % with standard errors that are right
              ({Number(germany.VarianceRatio)}); what is left is bias.
            """;
    }
}
