namespace Dmk.Maturity.Indices;

/// <summary>A score for each band of numbers, from the lowest band up.</summary>
/// <param name="Below">The upper bound of each band but the last, not included in it; ascending.</param>
/// <param name="Scores">One more than there are bounds.</param>
internal sealed record Bands(double[] Below, double[] Scores) : Normalisation
{
    public override Reach Reach => new(Scores.Min(), Scores.Max());

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
