namespace Dmk.Maturity.Statistics;

/// <summary>How much a respondent of a domain moves its estimate, per unit of weight: u = scale (a - ratio b).</summary>
internal readonly record struct CellInfluence(double Ratio, double Scale)
{
    /// <summary>What a calibration has made certain, per cell; see <see cref="CellProjection"/>. 0 without one.</summary>
    public double[] Shifts(WeightedCells sample, CellMeasure measure, CellPartition partition, int domain)
    {
        var sums = new double[sample.Cells.Count];
        if (sample.Projection is not { } projection)
        {
            return sums;
        }

        for (var place = 0; place < sums.Length; place++)
        {
            var cell = sample.Cells[place];
            if (partition.DomainOf[cell.Cell] == domain && measure.Part(cell.Moments, place) is var part && part.Count > 0)
            {
                sums[place] = Scale * part.Count * part.Residual(Ratio);
            }
        }

        return projection.Shifts(sums);
    }
}
