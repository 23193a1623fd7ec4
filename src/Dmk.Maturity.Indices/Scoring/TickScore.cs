namespace Dmk.Maturity.Indices;

/// <summary>How the options ticked in a multiple choice become a score.</summary>
internal abstract class TickScore
{
    private TickScore() { }

    /// <param name="codes">Ticked, at least one.</param>
    /// <returns>NaN when the model has no number for one of them.</returns>
    public abstract double Score(IReadOnlyList<string> codes);

    /// <summary>The number ticked, against a number that earns the full score.</summary>
    /// <param name="points">1 for each option that counts, 0 for the others and for exclusive ones ("none of these").</param>
    public sealed class CountShare(CodeScores points, int full, Scale scale) : TickScore
    {
        public override string ToString() => FormattableString.Invariant($"share of {full}: {points} on {scale}");

        public override double Score(IReadOnlyList<string> codes)
        {
            var count = 0.0;
            for (var i = 0; i < codes.Count; i++)
            {
                count += points[codes[i]];
            }

            return double.IsNaN(count) ? count : scale.At(Math.Min(count, full) / full);
        }
    }

    /// <summary>The points of all options ticked, from the start of the scale up to a cap. Points below 0 take away, down to the start of
    /// the scale.</summary>
    public sealed class SumOf(CodeScores points, double cap, Scale scale) : TickScore
    {
        public override string ToString() => FormattableString.Invariant($"sum up to {cap:R}: {points} on {scale}");

        public override double Score(IReadOnlyList<string> codes)
        {
            var sum = scale.From;
            for (var i = 0; i < codes.Count; i++)
            {
                sum += points[codes[i]];
            }

            return double.IsNaN(sum) ? sum : Math.Clamp(sum, scale.From, cap);
        }
    }

    /// <summary>The best score among the options ticked.</summary>
    public sealed class BestOf(CodeScores scores) : TickScore
    {
        public override string ToString() => $"best: {scores}";

        public override double Score(IReadOnlyList<string> codes)
        {
            var best = scores[codes[0]];
            for (var i = 1; i < codes.Count; i++)
            {
                // Math.Max keeps NaN.
                best = Math.Max(best, scores[codes[i]]);
            }

            return best;
        }
    }
}
