using System.Globalization;

namespace Dmk.Maturity.Indices;

/// <summary>How a number becomes a score.</summary>
internal abstract record Normalisation
{
    private Normalisation() { }

    /// <summary>The lowest and the highest score that some number earns.</summary>
    public abstract ScoreRange Reach { get; }

    /// <returns>On the scale, or NaN where the number earns no score.</returns>
    public abstract double Score(double value);

    /// <summary>The values that earn the lowest and the highest score; between them the score runs in a straight line. High below low
    /// turns the direction round.</summary>
    /// <remarks>OECD/JRC Handbook (2008), step 5, min-max with fixed ends, so that a score does not depend on who else has
    /// answered.</remarks>
    /// <param name="Clip">A value beyond a goalpost earns that goalpost's score; otherwise it is missing.</param>
    public sealed record Goalposts(double Low, double High, bool Clip, Scale Scale) : Normalisation
    {
        public override ScoreRange Reach => new(Scale.From, Scale.To);

        public override string ToString() => FormattableString.Invariant($"{Low:R} to {High:R}, clipped {Clip}, on {Scale}");

        public override double Score(double value)
        {
            var share = (value - Low) / (High - Low);
            return share is < 0 or > 1 && !Clip ? double.NaN : Scale.At(Math.Clamp(share, 0, 1));
        }
    }

    /// <summary>A score for each band of numbers, from the lowest band up.</summary>
    /// <param name="Below">The upper bound of each band but the last, not included in it; ascending.</param>
    /// <param name="Scores">One more than there are bounds.</param>
    public sealed record Bands(double[] Below, double[] Scores) : Normalisation
    {
        public override ScoreRange Reach => new(Scores.Min(), Scores.Max());

        public override string ToString() => $"{Numbers(Scores)} below {Numbers(Below)}";

        private static string Numbers(double[] numbers) =>
            string.Join(' ', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));

        public override double Score(double value)
        {
            var band = 0;
            while (band < Below.Length && value >= Below[band])
            {
                band++;
            }

            return Scores[band];
        }
    }
}
