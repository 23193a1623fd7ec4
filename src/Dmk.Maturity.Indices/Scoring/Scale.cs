namespace Dmk.Maturity.Indices;

/// <summary>The scale of all scores of a model, both ends included.</summary>
internal readonly record struct Scale(double From, double To)
{
    /// <summary>Scores are sums of rounded weights; what is reached on paper is reached here.</summary>
    private const double Hair = 1e-9;

    public double Width => To - From;

    /// <summary>The score seen from the other end: what is good becomes bad.</summary>
    public double Mirror(double score) => Within(From + To - score);

    /// <summary>Rounding may not carry a score past the ends.</summary>
    public double Within(double score) => Math.Clamp(score, From, To);

    /// <summary>The score that lies this share of the way from the start to the end.</summary>
    public double At(double share) => Within(From + (Width * share));

    public bool Reaches(double score, double threshold) => score >= threshold - (Width * Hair);
}
