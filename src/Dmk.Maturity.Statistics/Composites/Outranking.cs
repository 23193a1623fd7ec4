namespace Dmk.Maturity.Statistics;

/// <summary>An order of units by pairwise votes of the indicators: a high score in one cannot make up for a low one in another.</summary>
/// <remarks>OECD/JRC Handbook (2008), step 6, non-compensatory multi-criteria analysis; Munda (2008). COINr's
/// <c>outrankMatrix</c>.</remarks>
public sealed class Outranking
{
    /// <summary>Units up to which every order is looked at: 128 MB and a second or two.</summary>
    public const int MostForKemeny = 23;

    /// <summary>Votes over a unit are added up beforehand for all sets of the first so many units, and of the others.</summary>
    private const int Half = 12;

    private readonly double[,] _votes;

    private Outranking(double[,] votes) => _votes = votes;

    /// <summary>The share of weight that prefers the first unit to the second, 0 to 1; a tie gives each a half. NaN when no indicator has
    /// both.</summary>
    public double this[int unit, int other] => _votes[unit, other];

    /// <summary>How many units there are.</summary>
    public int Count => _votes.GetLength(0);

    /// <param name="columns">By indicator, then unit; more is better, NaN is missing and leaves its weight to the others of that pair.
    /// </param>
    /// <param name="weights">Above 0, one per indicator.</param>
    public static Outranking Of(IReadOnlyList<double[]> columns, ReadOnlySpan<double> weights)
    {
        var units = columns[0].Length;
        var votes = new double[units, units];
        for (var unit = 0; unit < units; unit++)
        {
            for (var other = 0; other < units; other++)
            {
                var (ahead, whole) = (0.0, 0.0);
                for (var k = 0; k < columns.Count; k++)
                {
                    var (here, there) = (columns[k][unit], columns[k][other]);
                    if (!double.IsNaN(here) && !double.IsNaN(there))
                    {
                        whole += weights[k];
                        ahead +=
                            here == there ? weights[k] / 2
                            : here > there ? weights[k]
                            : 0;
                    }
                }

                votes[unit, other] = ahead / whole;
            }
        }

        return new(votes);
    }

    /// <summary>Copeland's (1951) score: units that it beats by majority less units that beat it.</summary>
    /// <returns>-(n - 1) to n - 1 per unit.</returns>
    public double[] Copeland()
    {
        var scores = new double[Count];
        for (var unit = 0; unit < Count; unit++)
        {
            for (var other = 0; other < Count; other++)
            {
                scores[unit] += unit == other ? 0 : Majority(_votes[unit, other]);
            }
        }

        return scores;
    }

    /// <summary>The unit that beats every other by majority (Condorcet 1785), or null when there is none.</summary>
    public int? CondorcetWinner()
    {
        var at = Array.IndexOf(Copeland(), Count - 1);
        return at < 0 ? null : at;
    }

    /// <summary>The orders with the most votes for their pairs.</summary>
    /// <param name="most">Orders that are written out at most, 1 and above.</param>
    /// <exception cref="ArgumentException">More than <see cref="MostForKemeny"/> units.</exception>
    /// <remarks>Kemeny (1959), Young and Levenglick (1978): the maximum likelihood order. Exact, by dynamic programming over all sets of
    /// units (Held and Karp 1962); votes that differ by less than 1e-9 of a vote count as equal.</remarks>
    public KemenyOrders Kemeny(int most = 100)
    {
        if (Count > MostForKemeny)
        {
            throw new ArgumentException($"{Count} units are more than {MostForKemeny}: use Copeland's score.");
        }

        var sets = 1 << Count;
        var ahead = new Support(_votes);
        var (best, ways) = (new double[sets], new double[sets]);
        ways[0] = 1;
        for (var set = 1; set < sets; set++)
        {
            best[set] = double.NegativeInfinity;
            for (var last = 0; last < Count; last++)
            {
                if ((set >> last & 1) == 1)
                {
                    var support = best[set ^ (1 << last)] + ahead.Of(set ^ (1 << last), last);
                    (best[set], ways[set]) =
                        support > best[set] + 1e-9 ? (support, ways[set ^ (1 << last)])
                        : support < best[set] - 1e-9 ? (best[set], ways[set])
                        : (Math.Max(support, best[set]), ways[set] + ways[set ^ (1 << last)]);
                }
            }
        }

        var orders = new List<int[]>();
        Unwind(sets - 1, best, ahead, new int[Count], orders, most);
        return new(best[^1], ways[^1], orders);
    }

    /// <summary>Writes the orders out from the back.</summary>
    private void Unwind(int set, double[] best, Support ahead, int[] order, List<int[]> orders, int most)
    {
        if (set == 0)
        {
            orders.Add([.. order]);
            return;
        }

        var place = int.PopCount(set) - 1;
        for (var last = 0; last < Count && orders.Count < most; last++)
        {
            var before = set ^ (1 << last);
            if ((set >> last & 1) == 1 && Math.Abs(best[before] + ahead.Of(before, last) - best[set]) <= 1e-9)
            {
                order[place] = last;
                Unwind(before, best, ahead, order, orders, most);
            }
        }
    }

    /// <summary>Votes come from sums: what is a half within rounding is a tie.</summary>
    private static int Majority(double share) =>
        share > 0.5 + 1e-12 ? 1
        : share < 0.5 - 1e-12 ? -1
        : 0;

    /// <summary>The votes of the units of a set over one that comes behind them.</summary>
    private sealed class Support(double[,] votes)
    {
        private readonly double[][] _first = Sums(votes, 0, Math.Min(Half, votes.GetLength(0)));
        private readonly double[][] _others = Sums(votes, Half, Math.Max(0, votes.GetLength(0) - Half));

        public double Of(int set, int last) => _first[last][set & ((1 << Half) - 1)] + _others[last][set >> Half];

        /// <summary>By the unit behind, then the set: its highest unit over that one, and the rest of it.</summary>
        private static double[][] Sums(double[,] votes, int from, int units)
        {
            var sums = new double[votes.GetLength(0)][];
            for (var last = 0; last < sums.Length; last++)
            {
                sums[last] = new double[1 << units];
                for (var set = 1; set < sums[last].Length; set++)
                {
                    var highest = int.Log2(set);
                    var vote = votes[from + highest, last];
                    sums[last][set] = sums[last][set ^ (1 << highest)] + (double.IsNaN(vote) ? 0 : vote);
                }
            }

            return sums;
        }
    }
}
