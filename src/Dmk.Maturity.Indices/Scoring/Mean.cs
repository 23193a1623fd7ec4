namespace Dmk.Maturity.Indices;

/// <summary>Weighted means of the scores below one node of the index tree, added up one score at a time. A missing score is left out and leaves its weight to the others.</summary>
/// <remarks>OECD/JRC Handbook (2008), step 6: the arithmetic mean lets a high score make up for a low one, the geometric and the harmonic mean less so, the minimum not at all.
/// The count is the weighted share of children at the top of the scale, put on the scale.</remarks>
internal struct Mean(Aggregation aggregation, double from, double to)
{
    /// <summary>A mean of full scores may be rounded to a hair below the top.</summary>
    private const double Hair = 1e-9;

    private double _sum;
    private double _minimum = double.PositiveInfinity;

    /// <summary>Of the scores that were there.</summary>
    public double Weight { get; private set; }

    public void Add(double score, double weight)
    {
        Weight += weight;
        _minimum = Math.Min(_minimum, score);
        _sum += weight * (aggregation switch
        {
            Aggregation.Geometric => Math.Log(score),
            Aggregation.Harmonic => 1 / score,
            Aggregation.Count => score >= to - ((to - from) * Hair) ? 1 : 0,
            _ => score,
        });
    }

    /// <summary>Within the scale: rounding may not carry a mean past its ends.</summary>
    public readonly double Value => Math.Clamp(
        aggregation switch
        {
            Aggregation.Arithmetic => _sum / Weight,
            Aggregation.Geometric => Math.Exp(_sum / Weight),
            Aggregation.Harmonic => Weight / _sum,
            Aggregation.Minimum => _minimum,
            _ => from + ((to - from) * _sum / Weight),
        },
        from,
        to);
}
