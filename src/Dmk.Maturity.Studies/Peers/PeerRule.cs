namespace Dmk.Maturity.Studies;

/// <summary>Decides what may be told of the peers of a company, and makes it coarse. Whether anything is told depends on the peers with the
/// company among them, so that it is the same for all of them and tells of none.</summary>
/// <remarks>See <c>docs/decisions/0017</c> for why it holds against companies that put together what they are told.</remarks>
public static class PeerRule
{
    /// <summary>How many other companies there must be.</summary>
    public const int FewestOthers = 10;

    /// <summary>How many companies may put together what they know.</summary>
    public const int Together = 3;

    /// <summary>Hundredths of the scale within which no score may be worked out.</summary>
    public const double Protection = 10;

    /// <summary>In so many parts the scale is divided for means.</summary>
    private const int MeanParts = 20;
    private const int Fifth = 20;

    /// <summary>A score as 0 to 100, whatever its scale; NaN stays.</summary>
    public static double InHundredths(double score, (double From, double To) scale) => 100 * (score - scale.From) / (scale.To - scale.From);

    /// <param name="all">Counted over all companies of the group that are shown.</param>
    /// <param name="ownAmong">1 where the company itself is one of them, else 0.</param>
    /// <param name="scale">Of the index.</param>
    /// <returns>Null where nothing may be told.</returns>
    public static PeerFigure? Tell(PeerTally all, int ownAmong, (double From, double To) scale)
    {
        var others = all.Companies - ownAmong;
        if (!MayBeTold(all))
        {
            return null;
        }

        var mean = ownAmong == 0 ? all.Sum / others : (all.Sum - all.Own) / others;
        var part = Math.Clamp((int)(mean / 100 * MeanParts), 0, MeanParts - 1);
        return new(others / 10 * 10, new(OnScale(part), OnScale(part + 1)), Position());

        double OnScale(int parts)
        {
            return scale.From + (parts * (scale.To - scale.From) / MeanParts);
        }

        PeerPosition? Position()
        {
            if (double.IsNaN(all.Own) || !AreSpread(all))
            {
                return null;
            }

            var lower = all.Below + ((all.Same - ownAmong) / 2.0);
            var from = Math.Clamp((int)(lower / others * 100 / Fifth), 0, (100 / Fifth) - 1) * Fifth;
            return new(from, from + Fifth);
        }
    }

    /// <summary>Enough companies, and however three of them are taken away, the exact sum of the others leaves the score of each of them
    /// open to the width of the protection.</summary>
    internal static bool MayBeTold(PeerTally all) =>
        all.Drawn > FewestOthers
        && all.Sum - all.Highest.Sum() >= Protection
        && (100 * (all.Companies - all.Lowest.Count)) - (all.Sum - all.Lowest.Sum()) >= Protection;

    /// <summary>Whether the middle three fifths of the companies reach over more than the protection. Two companies whose places differ
    /// would otherwise tell that most others stand between their own scores.</summary>
    internal static bool AreSpread(PeerTally all)
    {
        var (first, last, counted) = (-1, PeerTally.Bands, 0L);
        for (var band = 0; band < PeerTally.Bands && last == PeerTally.Bands; band++)
        {
            counted += all.InBand[band];
            first = first < 0 && counted * 5 >= all.Companies ? band : first;
            last = counted * 5 >= all.Companies * 4 ? band : last;
        }

        return last - first - 1 >= Protection;
    }
}
