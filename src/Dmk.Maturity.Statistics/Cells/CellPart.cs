namespace Dmk.Maturity.Statistics;

/// <summary>What the respondents of a cell bring to a ratio of two totals, sum a / sum b; for a mean a is the score and b is 1.</summary>
/// <param name="Count">Respondents who have both.</param>
/// <param name="Above">Sum of a over them.</param>
/// <param name="Below">Sum of b over them.</param>
internal readonly record struct CellPart(long Count, double Above, double Below)
{
    /// <summary>How often they count, weights aside: once each, or once for each person that they employ.</summary>
    public double Times { get; init; } = Count;

    /// <summary>Sum of the squares of how often each counts.</summary>
    public double SquaredTimes { get; init; } = Count;

    /// <summary>Mean of a - ratio b; for means exactly 0 where all scores are the ratio.</summary>
    public double Residual(double ratio) => Below == 0 ? Above / Count : ((Above / Below) - ratio) * (Below / Count);
}
