namespace Dmk.Maturity.Statistics;

/// <summary>What is said of one column of an indicator over the units: its ends, its mean and how far it spreads.</summary>
/// <remarks>NaN is missing and left out everywhere; without any value the answer is NaN.</remarks>
public static class Column
{
    /// <summary>How many values are there.</summary>
    public static int Count(ReadOnlySpan<double> values)
    {
        var count = 0;
        foreach (var value in values)
        {
            count += double.IsNaN(value) ? 0 : 1;
        }

        return count;
    }

    /// <summary>The arithmetic mean, corrected once by the mean of the residuals.</summary>
    public static double Mean(ReadOnlySpan<double> values)
    {
        var (count, first) = (Count(values), Residuals(values, 0));
        return count == 0 ? double.NaN : (first / count) + (Residuals(values, first / count) / count);
    }

    /// <summary>With n - 1 below the fraction; NaN below 2 values.</summary>
    public static double StandardDeviation(ReadOnlySpan<double> values)
    {
        var (count, mean, sum) = (Count(values), Mean(values), 0.0);
        foreach (var value in values)
        {
            sum += double.IsNaN(value) ? 0 : (value - mean) * (value - mean);
        }

        return count < 2 ? double.NaN : Math.Sqrt(sum / (count - 1));
    }

    /// <summary>The lowest value.</summary>
    public static double Minimum(ReadOnlySpan<double> values)
    {
        var lowest = double.NaN;
        foreach (var value in values)
        {
            lowest = value >= lowest || double.IsNaN(value) ? lowest : value;
        }

        return lowest;
    }

    /// <summary>The highest value.</summary>
    public static double Maximum(ReadOnlySpan<double> values)
    {
        var highest = double.NaN;
        foreach (var value in values)
        {
            highest = value <= highest || double.IsNaN(value) ? highest : value;
        }

        return highest;
    }

    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    public static double Median(ReadOnlySpan<double> values) => Quantile(values, 0.5);

    /// <summary>Linear between the order statistics: definition 7 of Hyndman and Fan (1996), R's default.</summary>
    /// <param name="probability">0 to 1.</param>
    public static double Quantile(ReadOnlySpan<double> values, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        var sorted = Array.FindAll(values.ToArray(), value => !double.IsNaN(value));
        Array.Sort(sorted);
        return OfSorted(sorted, probability);
    }

    /// <param name="sorted">Ascending, without missing ones.</param>
    internal static double OfSorted(double[] sorted, double probability)
    {
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        var at = probability * (sorted.Length - 1);
        var below = (int)Math.Floor(at);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }

    private static double Residuals(ReadOnlySpan<double> values, double center)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += double.IsNaN(value) ? 0 : value - center;
        }

        return sum;
    }
}
