namespace Dmk.Maturity.Studies;

/// <summary>Whether figures per person employed, beside those per enterprise, tell of too few companies of a set.</summary>
/// <remarks>Of one set four numbers leave: a mean and a standard error per enterprise and per person. So it takes twice the minimum of
/// companies. Persons employed stand in the frame: who takes the sum per person from e times the sum per enterprise drops all companies of
/// e persons, and weakens those of about as many. Every such e is tried, and who is left must be nobody, or enough of whom none dominates.
/// Between two sizes that occur, what the others contribute beside a company is largest or smallest at one of the two, so that trying the
/// sizes that occur is enough.</remarks>
internal sealed class PersonRule(ConfidentialityRule rule)
{
    /// <summary>A mean and its error for each of two estimands.</summary>
    private const int Estimands = 2;

    /// <summary>Of companies that a figure per person may tell of.</summary>
    public int Minimum => rule.MinimumRespondents == 1 ? 1 : Estimands * rule.MinimumRespondents;

    /// <summary>Of all with a score, whether they have said how many persons they employ or not.</summary>
    public bool Tells(IReadOnlyList<WeightedPersons> companies)
    {
        if (Minimum == 1)
        {
            return false;
        }

        var sums = new PersonSizes(companies);
        return (
                sums.LeastStay < Minimum
                    ? sums.Sizes.Prepend(0).Any(size => TellsWithout(sums, size))
                    : IsDominatedAt(sums, sums, [0, .. sums.Sizes], size => TellsWithout(sums, size))
            ) || PersonParts.Of(companies).Any(parts => parts.Tell(Minimum, rule.Dominance));
    }

    /// <summary>Whether nothing is told of any set that holds some companies and is held by others.</summary>
    /// <param name="within">Those in all of these sets.</param>
    /// <param name="all">Those in any.</param>
    public bool TellsOfNoneBetween(IReadOnlyList<WeightedPersons> within, IReadOnlyList<WeightedPersons> all)
    {
        if (Minimum == 1)
        {
            return true;
        }

        var (least, most) = (new PersonSizes(within), new PersonSizes(all));
        return least.LeastStay >= Minimum
            && !IsDominatedAt(most, least, [0, .. most.Sizes], size => IsDominated(most.LargestAtMost(size), least.DistancesTo(size)));
    }

    /// <summary>Whether something holds of any size; sizes between two at which there is far from a dominant company are not looked
    /// at.</summary>
    /// <param name="most">What makes up the largest contributions.</param>
    /// <param name="least">What makes up the sum of all.</param>
    /// <param name="sizes">Ascending.</param>
    private bool IsDominatedAt(PersonSizes most, PersonSizes least, ReadOnlySpan<double> sizes, Func<double, bool> holds)
    {
        const int One = 3;
        if (sizes.Length <= One)
        {
            foreach (var size in sizes)
            {
                if (holds(size))
                {
                    return true;
                }
            }

            return false;
        }

        var (one, other) = (most.LargestAtMost(sizes[0]), most.LargestAtMost(sizes[^1]));
        var first = Math.Max(one.First, other.First);
        var second = Math.Max(one.First + one.Second, other.First + other.Second) - first;
        var total = least.LeastDistances(sizes[0], sizes[^1]);
        return (first + second >= total || rule.Dominance.IsDominated(first, second, total))
            && (
                IsDominatedAt(most, least, sizes[..(sizes.Length / 2)], holds)
                || IsDominatedAt(most, least, sizes[(sizes.Length / 2)..], holds)
            );
    }

    /// <summary>Whether a standard error tells of one company, which is among those of a set by the square of what it adds to the mean:
    /// where all others add little, it is as far from the mean as the error says.</summary>
    public bool TellsBySquares(IReadOnlyList<WeightedPersons> companies)
    {
        if (Minimum == 1)
        {
            return false;
        }

        var (largest, total) = (new TwoLargest(), 0.0);
        foreach (var one in companies)
        {
            var square = one.Weight * one.Persons * one.Weight * one.Persons;
            largest.Add(square, one.Companies);
            total += square * one.Companies;
        }

        return rule.Dominance.IsDominated(largest.First, largest.Second, total);
    }

    /// <summary>Whether those who do not employ so many persons are too few, or dominated.</summary>
    private bool TellsWithout(PersonSizes sums, double size)
    {
        if (sums.CompaniesBut(size) == 0)
        {
            return false;
        }

        if (sums.StayBut(size) < Minimum)
        {
            return true;
        }

        var total = sums.DistancesTo(size);
        return IsDominated(sums.LargestAtMost(size), total) && IsDominated(sums.Largest(size), total);
    }

    private bool IsDominated(TwoLargest largest, double total) =>
        rule.Dominance.IsDominated(largest.First, largest.Second, Math.Max(total, largest.First + largest.Second));
}
