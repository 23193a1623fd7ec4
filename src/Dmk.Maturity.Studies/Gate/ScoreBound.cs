namespace Dmk.Maturity.Studies;

/// <summary>Between which values the mean of a cell lies, and the score of every company of it where all have the same: a fifth of the
/// scale.</summary>
public sealed record ScoreBound(double Lower, double Upper)
{
    private const int Parts = 5;

    /// <param name="score">The mean: the one that all have, or nearly all.</param>
    internal static ScoreBound Around(double score, (double From, double To) scale)
    {
        var part = (scale.To - scale.From) / Parts;
        var place = Math.Clamp(Math.Floor((score - scale.From) / part), 0, Parts - 1);
        return new(scale.From + (place * part), scale.From + ((place + 1) * part));
    }
}
