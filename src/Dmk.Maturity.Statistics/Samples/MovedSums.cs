namespace Dmk.Maturity.Statistics;

/// <summary>What moves the mean of a domain in a cell: w (y - mean).</summary>
internal struct MovedSums
{
    /// <summary>A first value five standard deviations out costs one digit and a half.</summary>
    private const double FarOut = 25;

    public long Count;
    public double Mean;
    public double Moved;
    public double SquaredMoved;

    /// <summary>Of w (y - mean)².</summary>
    public double Squares;
    public double Centre;
    public double Deviations;
    public bool IsCentred;

    /// <summary>Of w (y - mean); where both are the same nothing varies in the cell.</summary>
    public double Lowest;
    public double Highest;

    public readonly bool IsFarOut(CellSums sums)
    {
        var apart = (sums.First - Mean) * (sums.First - Mean);
        return apart * sums.Weight > FarOut * Squares || apart * sums.SquaredWeight > FarOut * SquaredMoved;
    }

    /// <summary>Squared deviations from the mean among all units of the stratum, those outside of the cell with 0.</summary>
    public readonly double DeviationsAmong(long units) =>
        IsCentred ? Deviations + (Count * Centre * Centre * (units - Count) / units) : SquaredMoved - (Moved * Moved / units);
}
