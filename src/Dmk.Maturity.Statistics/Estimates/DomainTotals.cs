namespace Dmk.Maturity.Statistics;

/// <summary>Weighted totals of one domain over its respondents with a value.</summary>
internal struct DomainTotals
{
    private double _squaredWeights;
    private double _centre;
    private double _apart;
    private double _lowest;
    private double _highest;
    private double _squares;

    public long Respondents { get; private set; }

    public double Weight { get; private set; }

    /// <summary>From the mean of the first cell on, so that equal values have exactly their value as mean, and between the means of the
    /// cells, so that rounding leads out of no scale.</summary>
    public readonly double Mean => Math.Clamp(_centre + (_apart / Weight), _lowest, _highest);

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
        if (count == 0)
        {
            return;
        }

        var mean = moments.Mean(variable);
        if (Respondents == 0)
        {
            (_centre, _lowest, _highest) = (mean, mean, mean);
        }

        (_lowest, _highest) = (Math.Min(_lowest, mean), Math.Max(_highest, mean));
        Respondents += count;
        Weight += weight * count;
        _squaredWeights += weight * weight * count;
        _apart += weight * count * (mean - _centre);
    }

    /// <param name="weighted">Sum of w (y - mean)^2 of a cell.</param>
    public void AddSquares(double weighted) => _squares += weighted;
}
