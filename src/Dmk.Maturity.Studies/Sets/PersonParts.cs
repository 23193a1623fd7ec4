using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The companies of a set by the cells of another table, whose figures per enterprise are known.</summary>
/// <remarks>Whoever takes another multiple of the figure per enterprise in each of these cells from a figure per person drops in each of
/// them the companies of another size. At least those are left that are not of the most frequent size of their cell; and what the others
/// add up to beside a company is at least what is left in all other cells around their medians. Nearly always a glance at each cell
/// excludes that anybody dominates, see <see cref="PersonGlance"/>; only else every size is tried.</remarks>
internal sealed class PersonParts
{
    private readonly WeightedPersons[][] _parts;

    private PersonParts(WeightedPersons[][] parts) => _parts = parts;

    /// <summary>By each of the tables that are known.</summary>
    public static IEnumerable<PersonParts> Of(IReadOnlyList<WeightedPersons> companies)
    {
        var own = PersonSizes.Ascending(companies);
        var tables = own.Length > 0 ? own[0].Known.Length : 0;
        for (var table = 0; table < tables; table++)
        {
            yield return new(Parted(own, table));
        }
    }

    /// <summary>Whether too few can be left, or one company dominates what is left.</summary>
    /// <param name="minimum">Of companies that the frame has there.</param>
    public bool Tell(long minimum, Dominance dominance)
    {
        if (_parts.Length < 2)
        {
            return false;
        }

        var (glances, left, stay) = (new PersonGlance[_parts.Length], 0L, 0L);
        for (var at = 0; at < glances.Length; at++)
        {
            glances[at] = PersonGlance.Of(_parts[at]);
            (left, stay) = (left + glances[at].LeastCompanies, stay + glances[at].LeastStay);
        }

        return left > 0 && (stay < minimum || (!PersonGlance.NobodyDominates(glances, dominance) && IsDominated(dominance)));
    }

    private bool IsDominated(Dominance dominance)
    {
        var parts = Array.ConvertAll(_parts, part => new PersonSizes(part));
        var least = Array.ConvertAll(parts, part => part.DistancesTo(part.Middle));
        var largest = Array.ConvertAll(parts, part => part.Largest(part.Middle).First);
        var (all, most) = (least.Sum(), largest.Index().MaxBy(one => one.Item).Index);
        return parts
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

    /// <summary>In the order of their first companies, each by ascending size.</summary>
    private static WeightedPersons[][] Parted(WeightedPersons[] companies, int table)
    {
        var cells = 0;
        foreach (ref readonly var one in companies.AsSpan())
        {
            cells = Math.Max(cells, one.Known[table] + 1);
        }

        var (partOf, counts, order) = (new int[cells], new int[cells], new List<int>());
        foreach (ref readonly var one in companies.AsSpan())
        {
            var cell = one.Known[table];
            if (counts[cell]++ == 0)
            {
                partOf[cell] = order.Count;
                order.Add(cell);
            }
        }

        WeightedPersons[][] parts = [.. order.Select(cell => new WeightedPersons[counts[cell]])];
        var filled = new int[parts.Length];
        foreach (ref readonly var one in companies.AsSpan())
        {
            var part = partOf[one.Known[table]];
            parts[part][filled[part]++] = one;
        }

        return parts;
    }
}
