using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>What can be told of the companies of a cell from reading them a few times: bounds that hold for every size that an attacker
/// may choose.</summary>
/// <param name="LeastCompanies">Those that are left at least where the companies of one size drop out.</param>
/// <param name="LeastStay">Of those that the frame has there, likewise.</param>
/// <param name="Least">The least sum of w |e - size|: that to the median.</param>
/// <param name="AtMiddle">The largest w |e - size| there.</param>
/// <param name="First">What the largest is at most, whatever the size.</param>
/// <param name="Both">What the two largest are together at most.</param>
internal readonly record struct PersonGlance(long LeastCompanies, long LeastStay, double Least, double AtMiddle, double First, double Both)
{
    /// <summary>Sums that are added up in another order may differ by less.</summary>
    private const double Slack = 1e-6;

    /// <summary>The largest contribution, and the sum of the two largest, are convex in the size: between no persons and those of the
    /// largest company they are at most what they are at one of these.</summary>
    /// <param name="companies">By ascending size.</param>
    public static PersonGlance Of(ReadOnlySpan<WeightedPersons> companies)
    {
        var (all, stay, weights) = (0L, 0L, 0.0);
        var (most, mostStay) = (0L, 0L);
        for (var at = 0; at < companies.Length; )
        {
            var (size, alike, alikeStay) = (companies[at].Persons, 0L, 0L);
            for (; at < companies.Length && companies[at].Persons == size; at++)
            {
                (alike, alikeStay) = (alike + companies[at].Companies, alikeStay + companies[at].Stay);
                weights += companies[at].Weight * companies[at].Companies;
            }

            (all, stay) = (all + alike, stay + alikeStay);
            (most, mostStay) = (Math.Max(most, alike), Math.Max(mostStay, alikeStay));
        }

        var (middle, last) = (Median(companies, weights), companies[^1].Persons);
        var (least, atMiddle, atNone, atLast) = (0.0, 0.0, new TwoLargest(), new TwoLargest());
        foreach (ref readonly var one in companies)
        {
            var distance = one.Weight * Math.Abs(one.Persons - middle);
            least += distance * one.Companies;
            atMiddle = Math.Max(atMiddle, distance);
            atNone.Add(one.Weight * one.Persons, one.Companies);
            atLast.Add(one.Weight * (last - one.Persons), one.Companies);
        }

        return new(
            all - most,
            stay - mostStay,
            least,
            atMiddle,
            Math.Max(atNone.First, atLast.First),
            Math.Max(atNone.First + atNone.Second, atLast.First + atLast.Second)
        );
    }

    /// <summary>Whether no company of any cell dominates what is left of all of them, whatever sizes are chosen.</summary>
    public static bool NobodyDominates(ReadOnlySpan<PersonGlance> cells, Dominance dominance)
    {
        var (all, elsewhere) = (0.0, 0.0);
        foreach (ref readonly var cell in cells)
        {
            (all, elsewhere) = (all + cell.Least, Math.Max(elsewhere, cell.AtMiddle));
        }

        var total = all * (1 - Slack);
        foreach (ref readonly var cell in cells)
        {
            var second = Math.Max(cell.Both - cell.First, Math.Min(cell.First, elsewhere));
            if (cell.First > 0 && (cell.First + second >= total || dominance.IsDominated(cell.First, second, total)))
            {
                return false;
            }
        }

        return true;
    }

    private static double Median(ReadOnlySpan<WeightedPersons> companies, double weights)
    {
        var below = 0.0;
        foreach (ref readonly var one in companies)
        {
            below += one.Weight * one.Companies;
            if (2 * below >= weights)
            {
                return one.Persons;
            }
        }

        return companies[^1].Persons;
    }
}
