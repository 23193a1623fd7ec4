using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Of the companies of a cell: who has a score of a node, and of which of its parts, when he entered, and which conditions are
/// true of him.</summary>
/// <remarks>As in <see cref="PartPatterns"/> a mean of parts is, company by company, the sum of those that are there, by their weights over
/// what these add up to. Here figures of all states and under all conditions are mixed with each other, see
/// <see cref="FigureMixes"/>.</remarks>
internal sealed class ConditionPatterns(NodeFamily family, int node)
{
    /// <summary>More parts than this are not told apart.</summary>
    private const int MostParts = 127;

    private readonly Dictionary<ConditionPattern, long> _companies = [];

    /// <param name="staying">Companies that count for a minimum.</param>
    public void Add(ConditionPattern pattern, long staying) => _companies[pattern] = _companies.GetValueOrDefault(pattern) + staying;

    /// <summary>Whether somebody has some of the node and its parts and lacks others.</summary>
    public bool AreUneven => _companies.Keys.Any(one => one.Parts != Full || !one.HasNode);

    /// <summary>Whether a mixture of figures tells of few; so it is taken to be where there are too many parts to say.</summary>
    /// <param name="known">What is known without a condition.</param>
    /// <param name="under">Parts that are shown under conditions; the node is.</param>
    public bool TellOfFew(KnownFigures known, UInt128 under, int conditions, int minimum)
    {
        if (family.Parts[node].Count > MostParts)
        {
            return true;
        }

        int[] states = [.. _companies.Keys.Select(one => one.Entered).Distinct().Order()];
        var figures = new Figures(known, under, conditions, states, family.Parts[node].Count);
        var (rows, places) = (new List<double[]>(), new Dictionary<(int, double, int, int), int>());
        MixedKind[] kinds = [.. _companies.Select(one => new MixedKind([.. Rows(one.Key, figures, rows, places)], one.Value))];
        return FigureMixes.TellOfFew(rows, kinds, minimum);
    }

    /// <summary>One for each part that a company has.</summary>
    private IEnumerable<int> Rows(
        ConditionPattern one,
        Figures figures,
        List<double[]> rows,
        Dictionary<(int Part, double Share, int Entered, int Truths), int> places
    )
    {
        var (parts, all) = (family.Parts[node], WeightOf(one.Parts));
        for (var part = 0; part < parts.Count; part++)
        {
            if ((one.Parts >> part & UInt128.One) != 0)
            {
                var share = one.HasNode ? family.Weights[parts[part]] / all : 0;
                yield return Place((part, share, one.Entered, one.Truths));
            }
        }

        if (one.HasNode && one.Parts == 0)
        {
            yield return Place((-1, 1, one.Entered, one.Truths));
        }

        int Place((int Part, double Share, int, int) key)
        {
            if (!places.TryGetValue(key, out var place))
            {
                places.Add(key, place = rows.Count);
                rows.Add(figures.Row(key.Part, key.Share, one));
            }

            return place;
        }
    }

    private UInt128 Full => (UInt128.One << family.Parts[node].Count) - 1;

    private double WeightOf(UInt128 parts) =>
        family.Parts[node].Where((_, place) => (parts >> place & UInt128.One) != 0).Sum(part => family.Weights[part]);

    /// <summary>The figures of a node and its parts, each in all states and under all conditions.</summary>
    private sealed class Figures(KnownFigures known, UInt128 under, int conditions, int[] states, int parts)
    {
        /// <param name="part">-1 where the node is made from no part.</param>
        /// <param name="share">Of the part in the node.</param>
        public double[] Row(int part, double share, ConditionPattern one)
        {
            var each = states.Length + conditions;
            var row = new double[(parts + 1) * each];
            for (var slot = 0; slot < each; slot++)
            {
                var isState = slot < states.Length;
                if (isState ? one.Entered > states[slot] : (one.Truths >> (slot - states.Length) & 1) == 0)
                {
                    continue;
                }

                row[slot] = isState ? Of(known.Node, share) : share;
                if (part >= 0)
                {
                    row[((part + 1) * each) + slot] = Of((PartsIn(slot) >> part & UInt128.One) != 0, 1);
                }
            }

            return row;
        }

        private UInt128 PartsIn(int slot) =>
            slot >= states.Length ? under
            : known.PartsInAllStates || slot == states.Length - 1 ? known.Parts
            : 0;

        private static double Of(bool isShown, double factor) => isShown ? factor : 0;
    }
}
