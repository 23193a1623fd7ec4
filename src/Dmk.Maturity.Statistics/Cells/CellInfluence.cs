namespace Dmk.Maturity.Statistics;

/// <summary>How much a respondent of a domain moves its estimate, per unit of weight: u = scale (a - ratio b).</summary>
internal readonly record struct CellInfluence
{
    private CellInfluence(double ratio, double scale) => (Ratio, Scale) = (ratio, scale);

    /// <summary>0 for a total.</summary>
    public double Ratio { get; }

    /// <summary>1 for a total.</summary>
    public double Scale { get; }

    /// <summary>Whether the estimate is sum w a, not a ratio of two totals.</summary>
    public bool IsTotal { get; private init; }

    /// <summary>By which residuals are enlarged; null for residuals as they are.</summary>
    public Leverage? Leverage { get; init; }

    /// <summary>On sum w a.</summary>
    public static CellInfluence OfTotal { get; } = new(0, 1) { IsTotal = true };

    /// <summary>On sum w a / sum w b.</summary>
    public static CellInfluence OfRatio(DomainSums sums) => new(sums.Ratio, 1 / sums.Below);

    /// <summary>The scale for respondents of this weight.</summary>
    public double ScaleAt(double weight) => Leverage is { } leverage ? Scale * leverage.Enlargement(weight) : Scale;

    /// <summary>What a calibration has made certain, per cell; see <see cref="CellProjection"/>. 0 without one.</summary>
    public double[] Shifts(MeasuredParts found, CellPartition partition, int domain)
    {
        var sample = found.Sample;
        var sums = new double[sample.Cells.Count];
        if (sample.Projection is not { } projection)
        {
            return sums;
        }

        for (var place = 0; place < sums.Length; place++)
        {
            var cell = sample.Cells[place];
            if (partition.DomainOf[cell.Cell] == domain && found.Parts[place] is var part && part.Count > 0)
            {
                sums[place] = ScaleAt(sample.Weights[place]) * part.Count * part.Residual(Ratio);
            }
        }

        return projection.Shifts(sums);
    }
}
