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

    /// <summary>100 rank / n.</summary>
    public sealed record Percentile : ColumnScale;

    public sealed record DistanceToMaximum : ColumnScale;

    public sealed record Borda : ColumnScale;

    /// <summary>x / reference; reference / x where less is better.</summary>
    public sealed record RatioTo(ColumnReference Reference) : ColumnScale;

    /// <summary>(x - reference) / reference; its negative where less is better.</summary>
    public sealed record DifferenceTo(ColumnReference Reference) : ColumnScale;

    /// <summary>1 above the mean by more than a share of it, -1 below it by more, 0 about it.</summary>
    public sealed record AboutMean(double Share) : ColumnScale;

    /// <summary>A score for each stretch of values; mirrored on the scale where less is better.</summary>
    /// <param name="Bounds">Ascending; a bound belongs to the band above it.</param>
    /// <param name="Scores">One more than bounds.</param>
    public sealed record Bands(IReadOnlyList<double> Bounds, IReadOnlyList<double> Scores, double From, double To) : ColumnScale;

    /// <param name="turned">-1 where less is better, else 1.</param>
    /// <returns>Null where its reference is 0, with which nothing can be compared.</returns>
    internal double[]? Of(double[] column, int turned)
    {
        var values = turned < 0 ? Rescaling.TurnedRound(column) : column;
        return this switch
        {
            MinMax ends => Rescaling.MinMax(values, ends.From, ends.To),
            Z score => Rescaling.Z(values, score.Mean, score.Deviation),
            Goalposts posts => Posted(column, posts, turned),
            Rank => Rescaling.Rank(values),
            PercentileRank => Rescaling.PercentileRank(values),
            Percentile => Rescaling.Percentile(values),
            DistanceToMaximum => Rescaling.DistanceToMaximum(values),
            Borda => Rescaling.Borda(values),
            RatioTo ratio => ratio.Reference.Of(column, turned) is not 0 and var by ? Ratios(column, by, turned) : null,
            DifferenceTo difference => difference.Reference.Of(column, turned) is not 0 and var by
                ? Turned(Rescaling.DifferenceTo(column, by), turned)
                : null,
            AboutMean about => Turned(Rescaling.AboutMean(column, about.Share), turned),
            Bands bands => Banded(column, bands, turned),
            _ => throw new UnreachableException(),
        };
    }

    private static double[] Turned(double[] scores, int turned) => turned < 0 ? Rescaling.TurnedRound(scores) : scores;

    private static double[] Ratios(double[] column, double reference, int turned)
    {
        var ratios = Rescaling.RatioTo(column, reference);
        return turned < 0 ? Array.ConvertAll(ratios, ratio => 1 / ratio) : ratios;
    }

    private static double[] Banded(double[] column, Bands bands, int turned)
    {
        var scores = Rescaling.BandsFrom(column, bands.Bounds, bands.Scores);
        return turned < 0 ? Array.ConvertAll(scores, score => bands.From + bands.To - score) : scores;
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
