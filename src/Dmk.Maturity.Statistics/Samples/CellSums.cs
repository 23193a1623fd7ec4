namespace Dmk.Maturity.Statistics;

/// <summary>What the first pass of <see cref="ColumnMeans"/> finds where a domain and a stratum meet: a line of the processor's
/// memory.</summary>
internal struct CellSums
{
    public long Count;
    public double Weight;
    public double SquaredWeight;

    /// <summary>Of w (y - first).</summary>
    public double Sum;

    /// <summary>Of w² (y - first).</summary>
    public double WeightedSum;

    /// <summary>Of w (y - first)².</summary>
    public double Squares;

    /// <summary>Of w² (y - first)².</summary>
    public double WeightedSquares;

    /// <summary>The first value: of equal values the mean is exactly that value.</summary>
    public double First;

    public void Add(double value, double weight)
    {
        if (Count++ == 0)
        {
            First = value;
        }

        var apart = value - First;
        var moved = weight * apart;
        Weight += weight;
        SquaredWeight += weight * weight;
        Sum += moved;
        WeightedSum += weight * moved;
        Squares += moved * apart;
        WeightedSquares += moved * moved;
    }

    /// <summary>The same about the domain's mean.</summary>
    public readonly MovedSums About(double mean)
    {
        var shift = First - mean;
        return Count == 0
            ? default
            : new()
            {
                Count = Count,
                Mean = mean,
                Moved = Sum + (shift * Weight),
                Squares = Squares + (shift * ((2 * Sum) + (shift * Weight))),
                SquaredMoved = WeightedSquares + (shift * ((2 * WeightedSum) + (shift * SquaredWeight))),
            };
    }
}
