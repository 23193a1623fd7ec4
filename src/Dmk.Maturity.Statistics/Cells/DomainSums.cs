namespace Dmk.Maturity.Statistics;

/// <summary>Weighted sums of one domain over its respondents who are counted.</summary>
internal struct DomainSums
{
    private double _squaredWeights;
    private double _counted;
    private double _squaredCounted;
    private double _centre;
    private double _apart;
    private double _lowest;
    private double _highest;
    private double _squares;

    public long Respondents { get; private set; }

    /// <summary>Sum of w.</summary>
    public double Weight { get; private set; }

    /// <summary>Sum of w b; that of w for means.</summary>
    public double Below { get; private set; }

    /// <summary>Sum of w a over sum of w b. From the ratio of the first cell on, so that equal values have exactly their value as mean, and
    /// between the ratios of the cells, so that rounding leads out of no scale. NaN where all b are 0.</summary>
    public readonly double Ratio => Below == 0 ? double.NaN : Math.Clamp(_centre + (_apart / Below), _lowest, _highest);

    /// <summary>Kish (1965), section 11.7: (sum w)^2 / sum w^2, with w e in place of w where each counts for its e persons.</summary>
    public readonly double EffectiveRespondents => _counted * _counted / _squaredCounted;

    public readonly Leverage Leverage => new(Weight, _squaredWeights, Respondents);

    /// <summary>Variance of the mean of a simple random sample without replacement: S^2 / n (W - n) / W, S^2 = n/(n-1) sum w (y - mean)^2
    /// / W; NaN if it is below 0, as where weights add up to less than the respondents.</summary>
    public readonly double SimpleRandomVariance
    {
        get
        {
            var variance = _squares / Weight / (Respondents - 1) * (Weight - Respondents) / Weight;
            return variance >= 0 ? variance : double.NaN;
        }
    }

    public void Add(double weight, CellPart part)
    {
        if (part.Count == 0)
        {
            return;
        }

        var ratio = part.Above / part.Below;
        if (Respondents == 0)
        {
            (_centre, _lowest, _highest) = part.Below == 0 ? (0, 0, 0) : (ratio, ratio, ratio);
        }

        // Where a weight or a denominator is not positive the ratio of the whole may lie beyond those of its parts.
        (_lowest, _highest) =
            weight > 0 && part.Below > 0
                ? (Math.Min(_lowest, ratio), Math.Max(_highest, ratio))
                : (double.NegativeInfinity, double.PositiveInfinity);
        _apart += part.Below == 0 ? weight * part.Above : weight * part.Below * (ratio - _centre);
        Respondents += part.Count;
        Weight += weight * part.Count;
        Below += weight * part.Below;
        _squaredWeights += weight * weight * part.Count;
        _counted += weight * part.Times;
        _squaredCounted += weight * weight * part.SquaredTimes;
    }

    /// <param name="weighted">Sum of w (y - mean)^2 of a cell.</param>
    public void AddSquares(double weighted) => _squares += weighted;
}
