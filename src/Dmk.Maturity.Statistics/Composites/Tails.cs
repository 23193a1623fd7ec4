namespace Dmk.Maturity.Statistics;

/// <summary>How lopsided and how heavy-tailed a column is, so that outliers of an indicator are found by a rule.</summary>
/// <remarks>NaN is missing and left out. Adjusted Fisher-Pearson moments: Joanes and Gill (1998), The Statistician 47, G1 and G2; what
/// spreadsheets show and what COINr's <c>skew</c> and <c>kurt</c> return (type 2 of e1071).</remarks>
public static class Tails
{
    /// <returns>0 for a symmetric column, above 0 with a tail to the right; NaN below 3 values and for a constant column.</returns>
    public static double Skewness(ReadOnlySpan<double> values)
    {
        var (n, second, third, _) = CentralSums(values);
        return n < 3 || second == 0 ? double.NaN : Math.Sqrt(n) * third / Math.Pow(second, 1.5) * Math.Sqrt(n * (n - 1.0)) / (n - 2.0);
    }

    /// <returns>0 for a normal distribution, above 0 with heavy tails; NaN below 4 values and for a constant column.</returns>
    public static double ExcessKurtosis(ReadOnlySpan<double> values)
    {
        var (n, second, _, fourth) = CentralSums(values);
        return n < 4 || second == 0
            ? double.NaN
            : (((n + 1.0) * ((n * fourth / (second * second)) - 3)) + 6) * (n - 1.0) / ((n - 2.0) * (n - 3.0));
    }

    private static (int Count, double Second, double Third, double Fourth) CentralSums(ReadOnlySpan<double> values)
    {
        var mean = Column.Mean(values);
        var (n, second, third, fourth) = (0, 0.0, 0.0, 0.0);
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                var square = (value - mean) * (value - mean);
                n++;
                second += square;
                third += square * (value - mean);
                fourth += square * square;
            }
        }

        return (n, second, third, fourth);
    }
}
