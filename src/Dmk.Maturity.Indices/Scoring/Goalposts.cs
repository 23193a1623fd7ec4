namespace Dmk.Maturity.Indices;

/// <summary>The values that earn the lowest and the highest score; between them the score runs in a straight line. High below low turns the direction round.</summary>
/// <remarks>OECD/JRC Handbook (2008), step 5, min-max with fixed ends, so that a score does not depend on who else has answered.</remarks>
/// <param name="Clip">A value beyond a goalpost earns that goalpost's score; otherwise it is missing.</param>
internal sealed record Goalposts(double Low, double High, bool Clip, Scale Scale) : Normalisation
{
    public override Reach Reach => new(Scale.From, Scale.To);

    public override double Score(double value)
    {
        var share = (value - Low) / (High - Low);
        return share is < 0 or > 1 && !Clip ? double.NaN : Scale.At(Math.Clamp(share, 0, 1));
    }
}
