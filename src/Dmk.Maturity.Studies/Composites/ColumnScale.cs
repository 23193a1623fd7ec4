using System.Diagnostics;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>How the column of a leaf is brought to the scale of its composite.</summary>
public abstract record ColumnScale
{
    private ColumnScale() { }

    public sealed record MinMax(double From, double To) : ColumnScale;

    public sealed record Z(double Mean, double Deviation) : ColumnScale;

    /// <param name="Low">Earns <paramref name="From"/>; may lie above <paramref name="High"/>, then less is better.</param>
    public sealed record Goalposts(double Low, double High, OutsidePosts Outside, double From, double To) : ColumnScale;

    public sealed record Rank : ColumnScale;

    public sealed record PercentileRank : ColumnScale;

    public sealed record DistanceToMaximum : ColumnScale;

    public sealed record Borda : ColumnScale;

    /// <param name="turned">-1 where less is better, else 1.</param>
    internal double[] Of(double[] column, int turned)
    {
        if (this is Goalposts posts)
        {
            return Posted(column, posts, turned);
        }

        var values = turned < 0 ? Rescaling.TurnedRound(column) : column;
        return this switch
        {
            MinMax ends => Rescaling.MinMax(values, ends.From, ends.To),
            Z score => Rescaling.Z(values, score.Mean, score.Deviation),
            Rank => Rescaling.Rank(values),
            PercentileRank => Rescaling.PercentileRank(values),
            DistanceToMaximum => Rescaling.DistanceToMaximum(values),
            Borda => Rescaling.Borda(values),
            _ => throw new UnreachableException(),
        };
    }

    private static double[] Posted(double[] column, Goalposts posts, int turned)
    {
        var (low, high) = turned < 0 ? (posts.High, posts.Low) : (posts.Low, posts.High);
        var scores =
            low < high
                ? Rescaling.Goalposts(column, low, high, posts.To - posts.From, posts.Outside)
                : Rescaling.Goalposts(Rescaling.TurnedRound(column), -low, -high, posts.To - posts.From, posts.Outside);
        return Array.ConvertAll(scores, score => score + posts.From);
    }
}
