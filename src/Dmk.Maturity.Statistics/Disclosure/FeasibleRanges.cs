using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>The audit of disclosure control: the smallest and the largest value of every withheld number that agree with all published
/// ones. What an attacker with a solver finds, found first.</summary>
/// <remarks>Two linear programmes for each unknown (simplex, GLOP); where their solution is no whole number and should be, two
/// mixed-integer programmes (SCIP). Fischetti and Salazar (2001), "Solving the cell suppression problem on tabular data with linear
/// constraints", section 2. Unknowns that no sum connects are solved apart from each other. Every unknown and every sum is brought
/// to the size of 1, so that tables in euros and tables in companies are solved alike; ends are good to 1e-7 of the largest number of their
/// part.</remarks>
public static class FeasibleRanges
{
    /// <param name="unknowns">Bounds and kind of each.</param>
    /// <param name="sums">What is known of them together.</param>
    /// <returns>One range per unknown, in their order.</returns>
    /// <exception cref="InfeasibleException">Nothing agrees with all that is said to be known.</exception>
    /// <exception cref="ArgumentException">A bound or coefficient that is no number, bounds that are crossed, or an unknown that is not
    /// there.</exception>
    public static IReadOnlyList<FeasibleRange> Of(IReadOnlyList<UnknownNumber> unknowns, IReadOnlyList<KnownSum> sums)
    {
        Check(unknowns, sums);
        var ranges = new FeasibleRange[unknowns.Count];
        foreach (var part in ConnectedUnknowns.Of(unknowns.Count, sums))
        {
            using var programmes = new RangeProgrammes(unknowns, part);
            foreach (var unknown in part.Unknowns)
            {
                ranges[unknown] = programmes.RangeOf(unknown);
            }
        }

        return ranges;
    }

    /// <summary>Of one of them.</summary>
    /// <inheritdoc cref="Of(IReadOnlyList{UnknownNumber}, IReadOnlyList{KnownSum})"/>
    public static FeasibleRange Of(IReadOnlyList<UnknownNumber> unknowns, IReadOnlyList<KnownSum> sums, int unknown)
    {
        Check(unknowns, sums);
        var part = ConnectedUnknowns.Of(unknowns.Count, sums).Single(one => one.Unknowns.Contains(unknown));
        using var programmes = new RangeProgrammes(unknowns, part);
        return programmes.RangeOf(unknown);
    }

    private static void Check(IReadOnlyList<UnknownNumber> unknowns, IReadOnlyList<KnownSum> sums)
    {
        foreach (var (place, unknown) in unknowns.Index())
        {
            CheckBounds(unknown.Lower, unknown.Upper, "unknown", place, nameof(unknowns));
        }

        foreach (var (place, sum) in sums.Index())
        {
            CheckBounds(sum.Lower, sum.Upper, "sum", place, nameof(sums));
            if (sum.Terms.Any(term => term.Unknown < 0 || term.Unknown >= unknowns.Count || !double.IsFinite(term.Coefficient)))
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The sum {place} names an unknown that is not there, or no finite coefficient."
                    ),
                    nameof(sums)
                );
            }

            if (sum.Terms.All(term => term.Coefficient == 0) && (sum.Lower > 0 || sum.Upper < 0))
            {
                throw new InfeasibleException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The sum {place} is of nothing, and is said to lie in {sum.Lower} to {sum.Upper}."
                    )
                );
            }
        }
    }

    private static void CheckBounds(double lower, double upper, string what, int place, string parameter)
    {
        if (!(lower <= upper) || double.IsPositiveInfinity(lower) || double.IsNegativeInfinity(upper))
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The bounds of the {what} {place} are crossed or missing: {lower} to {upper}."
                ),
                parameter
            );
        }
    }
}
