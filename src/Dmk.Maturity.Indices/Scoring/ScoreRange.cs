namespace Dmk.Maturity.Indices;

/// <summary>The lowest and the highest score that answers can earn.</summary>
internal readonly record struct ScoreRange(double Low, double High)
{
    public ScoreRange With(double score) => new(Math.Min(Low, score), Math.Max(High, score));
}
