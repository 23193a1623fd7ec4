namespace Dmk.Maturity.Statistics;

/// <summary>Weighted totals of one domain over its respondents with a value.</summary>
internal struct DomainTotals
{
    private double _squaredWeights;
    private double _values;
    private double _squares;

    public long Respondents { get; private set; }

    public double Weight { get; private set; }

    public readonly double Mean => _values / Weight;

    /// <summary>Kish (1965), section 11.7: (sum w)^2 / sum w^2.</summary>
    public readonly double EffectiveRespondents => Weight * Weight / _squaredWeights;

    /// <summary>Variance of the mean of a simple random sample without replacement: S^2 / n (W - n) / W, S^2 = n/(n-1) sum w (y - mean)^2
    /// / W; NaN if it is not positive.</summary>
    public readonly double SimpleRandomVariance
    {
        get
        {
            var variance = _squares / Weight / (Respondents - 1) * (Weight - Respondents) / Weight;
            return variance > 0 ? variance : double.NaN;
        }
    }

    public void Add(double weight, CellMoments moments, int variable)
    {
        var count = moments.Count(variable);
        Respondents += count;
        Weight += weight * count;
        _squaredWeights += weight * weight * count;
        _values += weight * moments.Sum(variable);
    }

    /// <param name="weighted">Sum of w (y - mean)^2 of a cell.</param>
    public void AddSquares(double weighted) => _squares += weighted;
}
