namespace Dmk.Maturity.Statistics;

/// <summary>Unknowns that are connected by sums, directly or over others, and the sums that connect them.</summary>
internal sealed record ConnectedUnknowns(IReadOnlyList<int> Unknowns, IReadOnlyList<KnownSum> Sums)
{
    /// <summary>Every unknown in exactly one part, in the order of their first; an unknown of no sum is a part of its own.</summary>
    public static IReadOnlyList<ConnectedUnknowns> Of(int unknowns, IReadOnlyList<KnownSum> sums)
    {
        var above = Enumerable.Range(0, unknowns).ToArray();
        foreach (var sum in sums)
        {
            foreach (var (unknown, _) in sum.Terms)
            {
                above[Top(unknown)] = Top(sum.Terms[0].Unknown);
            }
        }

        var sumsOf = sums.Where(sum => sum.Terms.Count > 0).ToLookup(sum => Top(sum.Terms[0].Unknown));
        return [.. Enumerable.Range(0, unknowns).GroupBy(Top).Select(part => new ConnectedUnknowns([.. part], [.. sumsOf[part.Key]]))];

        int Top(int unknown)
        {
            while (above[unknown] != unknown)
            {
                unknown = above[unknown] = above[above[unknown]];
            }

            return unknown;
        }
    }
}
