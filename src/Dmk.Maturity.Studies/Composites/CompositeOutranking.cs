using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The order of the units by pairwise votes of the indicators, beside the composite: here nothing makes up for anything.</summary>
/// <param name="Votes">By the effective weights of the indicators.</param>
/// <param name="Copeland">By unit; NaN for one that is screened out.</param>
/// <param name="Kemeny">Null above <see cref="Outranking.MostForKemeny"/> units.</param>
public sealed record CompositeOutranking(Outranking Votes, IReadOnlyList<double> Copeland, KemenyOrders? Kemeny)
{
    /// <summary>Units up to which pairs are looked at.</summary>
    public const int Most = 500;

    /// <summary>Orders that are written out at most.</summary>
    public const int MostOrders = 10;

    /// <summary>In the order of the composite; those that are screened out do not vote and are no candidates.</summary>
    public required IReadOnlyList<int> Units { get; init; }

    /// <returns>Null with more units than <see cref="Most"/> or without any.</returns>
    public static CompositeOutranking? Of(CompositeRun run)
    {
        int[] units = [.. Enumerable.Range(0, run.Units.Count).Where(unit => !run.Screened[unit])];
        if (units.Length is 0 or > Most)
        {
            return null;
        }

        var weights = run.Tree.EffectiveWeights();
        var ofColumn = new double[run.Oriented.Count];
        for (var node = 0; node < weights.Length; node++)
        {
            if (run.Tree.ColumnOf(node) is >= 0 and var column)
            {
                ofColumn[column] = weights[node];
            }
        }

        var votes = Outranking.Of([.. run.Oriented.Select(column => Array.ConvertAll(units, unit => column[unit]))], ofColumn);
        var copeland = Enumerable.Repeat(double.NaN, run.Units.Count).ToArray();
        foreach (var (at, score) in votes.Copeland().Index())
        {
            copeland[units[at]] = score;
        }

        var kemeny = units.Length <= Outranking.MostForKemeny ? votes.Kemeny(MostOrders) : null;
        return new(votes, copeland, kemeny) { Units = units };
    }
}
