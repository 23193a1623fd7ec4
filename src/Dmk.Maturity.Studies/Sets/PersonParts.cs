using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The companies of a set by the cells of another table, whose figures per enterprise are known.</summary>
/// <remarks>Whoever takes another multiple of the figure per enterprise in each of these cells from a figure per person drops in each of
/// them the companies of another size. At least those are left that are not of the most frequent size of their cell; and what the others
/// add up to beside a company is at least what is left in all other cells around their medians.</remarks>
internal sealed class PersonParts
{
    private readonly PersonSizes[] _parts;

    private PersonParts(IEnumerable<WeightedPersons[]> parts) => _parts = [.. parts.Select(part => new PersonSizes(part))];

    /// <summary>By each of the tables that are known.</summary>
    public static IEnumerable<PersonParts> Of(IReadOnlyList<WeightedPersons> companies)
    {
        var tables = companies.Count > 0 ? companies[0].Known.Count : 0;
        return Enumerable
            .Range(0, tables)
            .Select(table => new PersonParts(companies.GroupBy(one => one.Known[table]).Select(part => part.ToArray())));
    }

    /// <summary>Whether too few can be left, or one company dominates what is left.</summary>
    /// <param name="minimum">Of companies that the frame has there.</param>
    public bool Tell(long minimum, Dominance dominance)
    {
        if (_parts.Length < 2 || _parts.Sum(part => part.LeastCompanies) == 0)
        {
            return false;
        }

        if (_parts.Sum(part => part.LeastStay) < minimum)
        {
            return true;
        }

        double[] least = [.. _parts.Select(part => part.DistancesTo(part.Middle))];
        double[] largest = [.. _parts.Select(part => part.Largest(part.Middle).First)];
        var (all, most) = (least.Sum(), largest.Index().MaxBy(one => one.Item).Index);
        return _parts
            .Index()
            .Any(part =>
            {
                var others = all - least[part.Index];
                var elsewhere = part.Index == most ? largest.Where((_, at) => at != most).Max() : largest[most];
                return part.Item.Sizes.Prepend(0).Any(size => IsDominated(part.Item, size, others, elsewhere, dominance));
            });
    }

    /// <param name="others">What all other parts add up to at least.</param>
    /// <param name="elsewhere">The largest company of these, there.</param>
    private static bool IsDominated(PersonSizes part, double size, double others, double elsewhere, Dominance dominance)
    {
        var total = others + part.DistancesTo(size);
        return Holds(part.LargestAtMost(size)) && Holds(part.Largest(size));

        bool Holds(TwoLargest two)
        {
            var second = Math.Min(two.First, Math.Max(two.Second, elsewhere));
            return dominance.IsDominated(two.First, second, Math.Max(total, two.First + second));
        }
    }
}
