namespace Dmk.Maturity.Statistics;

/// <summary>Covariances of the means of domains with themselves one wave later, from sums over the companies that answered in
/// both.</summary>
/// <remarks>Tam (1984) as <see cref="PanelOverlap"/> has it, (m - n n'/N) S summed over pairs of weighting classes, N the larger population
/// of the two. S is taken around the means of all respondents of the classes, and not of the m common ones alone, so that it is known where
/// a single company is in both: S = sum (z - zbar)(z' - zbar') / (m f), f = 1 - 1/n - 1/n' + m/(n n'), which is unbiased under simple
/// random sampling within classes, and with full overlap the variance of one wave. Classes of one respondent add nothing. Not for
/// calibrated weights.</remarks>
public sealed class WaveCovariances
{
    private readonly CellWave _before;
    private readonly CellWave _after;
    private readonly IReadOnlyList<CommonCell> _common;

    /// <param name="variable">The same in both waves.</param>
    /// <exception cref="ArgumentException">Calibrated weights.</exception>
    public WaveCovariances(
        (WeightedCells Sample, CellPartition Partition) before,
        (WeightedCells Sample, CellPartition Partition) after,
        int variable,
        IReadOnlyList<CommonCell> common
    )
    {
        if (IsCalibrated(before.Sample) || IsCalibrated(after.Sample))
        {
            throw new ArgumentException("The residuals of calibrated weights are not those of means.");
        }

        (_before, _after, _common) = (new(before.Sample, before.Partition, variable), new(after.Sample, after.Partition, variable), common);
    }

    public static bool IsCalibrated(WeightedCells sample) => sample.Projection is not null;

    /// <param name="before">A domain of the earlier wave.</param>
    /// <param name="after">The same one among those of the later wave.</param>
    /// <returns>The covariance in squared units, and how many companies with a value in both waves stand in the domain in both.</returns>
    public (double Covariance, long Companies) Of(int before, int after)
    {
        var (meansBefore, meansAfter) = (_before.ClassMeans(before), _after.ClassMeans(after));
        var pairs = new SortedDictionary<(int Before, int After), Products>();
        var companies = 0L;
        foreach (var cell in _common)
        {
            var pair = (_before.ClassOf(cell.Before), _after.ClassOf(cell.After));
            var sum = pairs.GetValueOrDefault(pair);
            sum.Add(cell.Sums, _before.InfluenceAt(cell.Before, before), _after.InfluenceAt(cell.After, after));
            pairs[pair] = sum;
            companies += _before.IsIn(cell.Before, before) && _after.IsIn(cell.After, after) ? cell.Sums.Both : 0;
        }

        return (pairs.Sum(pair => Of(pair.Key, pair.Value, meansBefore, meansAfter)), companies);
    }

    private double Of((int Before, int After) pair, Products sum, double[] meansBefore, double[] meansAfter)
    {
        var (n, other, m) = ((double)_before.RespondentsOf(pair.Before), (double)_after.RespondentsOf(pair.After), sum.Companies);
        if (n < 2 || other < 2)
        {
            return 0;
        }

        var population = Math.Max(_before.PopulationOf(pair.Before), _after.PopulationOf(pair.After));
        var factor = 1 - (1 / n) - (1 / other) + (m / (n * other));
        return (m - (n * other / population)) * sum.Around(meansBefore[pair.Before], meansAfter[pair.After]) / (m * factor);
    }

    /// <summary>Sums of z and z' over the companies of a pair of classes that are in both waves.</summary>
    private struct Products
    {
        private double _before;
        private double _after;
        private double _products;

        public double Companies { get; private set; }

        public void Add(CommonSums sums, (double Factor, double Mean) before, (double Factor, double Mean) after)
        {
            Companies += sums.Companies;
            _before += before.Factor * (sums.SumBefore - (sums.Before * before.Mean));
            _after += after.Factor * (sums.SumAfter - (sums.After * after.Mean));
            _products +=
                before.Factor
                * after.Factor
                * (
                    sums.Products - (before.Mean * sums.BothAfter) - (after.Mean * sums.BothBefore) + (sums.Both * before.Mean * after.Mean)
                );
        }

        /// <summary>Sum of (z - before)(z' - after).</summary>
        public readonly double Around(double before, double after) =>
            _products - (before * _after) - (after * _before) + (Companies * before * after);
    }
}
