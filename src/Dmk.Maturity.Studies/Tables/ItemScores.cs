using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>What is kept of a node and the items below it to tell how these go together: the scores of the node and of each item, and those
/// of the items again for the companies that have all of them and the node's, with their products.</summary>
/// <param name="Items">How many are below the node.</param>
public readonly record struct ItemScores(int Items)
{
    /// <summary>The place of the node among the variables; its items follow.</summary>
    public const int Node = 0;

    /// <summary>One variable for the node, two for each item.</summary>
    public MomentLayout Layout => new(1 + (2 * Items)) { Crossed = [.. Enumerable.Range(1 + Items, Items)] };

    /// <summary>Fills what is kept of one company.</summary>
    /// <param name="scores">First the node's, then those of the items; the rest is written. NaN is missing.</param>
    public void Complete(Span<double> scores)
    {
        var (own, again) = (1 + Items, 1 + (2 * Items));
        var lacks = false;
        for (var place = 0; place < own; place++)
        {
            lacks |= double.IsNaN(scores[place]);
        }

        for (var place = own; place < again; place++)
        {
            scores[place] = lacks ? double.NaN : scores[place - Items];
        }
    }
}
