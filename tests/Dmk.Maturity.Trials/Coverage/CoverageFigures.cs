using System.Globalization;
using Dmk.Maturity.Simulation.Tests;

namespace Dmk.Maturity.Trials;

/// <summary>What many domains say together.</summary>
internal static class CoverageFigures
{
    public static string Percent(double share) => double.IsNaN(share) ? "–" : (100 * share).ToString("0.0", CultureInfo.InvariantCulture);

    public static string Number(double number) => double.IsNaN(number) ? "–" : number.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Of domains with so many intervals (a fifth of the samples) that their own coverage says something; lowest coverage
    /// first.</summary>
    public static DomainTally[] Known(CoverageRun run, IEnumerable<DomainTally> tallies) =>
        [.. tallies.Where(tally => tally.Intervals >= Math.Max(2, run.Repetitions / 5)).OrderBy(tally => tally.Coverage)];

    /// <summary>Share of all intervals that hold the truth.</summary>
    public static double Coverage(IEnumerable<DomainTally> tallies) => Share(tallies, tally => tally.Covered);

    public static double Share(IEnumerable<DomainTally> tallies, Func<DomainTally, int> count)
    {
        var (some, all) = (0, 0);
        foreach (var tally in tallies)
        {
            (some, all) = (some + count(tally), all + tally.Intervals);
        }

        return (double)some / all;
    }

    /// <summary>Mean over all intervals.</summary>
    public static double Mean(IEnumerable<DomainTally> tallies, Func<DomainTally, double> value)
    {
        var (sum, all) = (0.0, 0);
        foreach (var tally in tallies.Where(tally => tally.Intervals > 0))
        {
            (sum, all) = (sum + (tally.Intervals * value(tally)), all + tally.Intervals);
        }

        return sum / all;
    }

    /// <summary>The coverage of the domain below which a twentieth of the known domains lie.</summary>
    public static double FifthPercentile(DomainTally[] known) => known.Length == 0 ? double.NaN : known[known.Length / 20].Coverage;

    /// <summary>Mean over known domains.</summary>
    public static double OfKnown(DomainTally[] known, Func<DomainTally, double> value) =>
        known.Length == 0 ? double.NaN : known.Average(value);
}
