namespace Dmk.Maturity.Statistics;

/// <summary>The steps before normalising that make columns comparable and whole: denominate, look at availability, impute.</summary>
/// <remarks>OECD/JRC Handbook (2008), steps 2 and 3. A column has one value per unit and NaN where it is missing; a new column is returned.
/// </remarks>
public static class Filling
{
    /// <summary>Divides an indicator by the size of the unit.</summary>
    /// <param name="denominators">One per unit.</param>
    /// <returns>NaN where one of the two is missing or the denominator is 0.</returns>
    public static double[] Denominate(ReadOnlySpan<double> values, ReadOnlySpan<double> denominators)
    {
        var divided = new double[values.Length];
        for (var unit = 0; unit < values.Length; unit++)
        {
            divided[unit] = denominators[unit] == 0 ? double.NaN : values[unit] / denominators[unit];
        }

        return divided;
    }

    /// <summary>How much of its indicators each unit has.</summary>
    /// <param name="columns">By indicator, then unit; at least one.</param>
    /// <returns>0 to 1 per unit.</returns>
    public static double[] Availability(IReadOnlyList<double[]> columns)
    {
        ArgumentOutOfRangeException.ThrowIfZero(columns.Count);
        var shares = new double[columns[0].Length];
        for (var unit = 0; unit < shares.Length; unit++)
        {
            shares[unit] = columns.Count(column => !double.IsNaN(column[unit])) / (double)columns.Count;
        }

        return shares;
    }

    /// <summary>Puts the mean of the units that have a value where one is missing.</summary>
    public static double[] ByMean(ReadOnlySpan<double> values) => Fill(values, Column.Mean(values));

    /// <summary>Puts the median of the units that have a value where one is missing.</summary>
    public static double[] ByMedian(ReadOnlySpan<double> values) => Fill(values, Column.Median(values));

    /// <summary>Puts the mean of the unit's own group where a value is missing.</summary>
    /// <param name="groups">One per unit.</param>
    /// <returns>Still NaN for units of a group in which nobody has a value: another group's mean would not be theirs.</returns>
    public static double[] ByGroupMean(ReadOnlySpan<double> values, IReadOnlyList<string> groups)
    {
        var column = values.ToArray();
        var means = column
            .Zip(groups)
            .GroupBy(unit => unit.Second, unit => unit.First, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => Column.Mean([.. group]), StringComparer.Ordinal);
        return [.. column.Select((value, unit) => double.IsNaN(value) ? means[groups[unit]] : value)];
    }

    private static double[] Fill(ReadOnlySpan<double> values, double by)
    {
        var filled = values.ToArray();
        for (var unit = 0; unit < filled.Length; unit++)
        {
            filled[unit] = double.IsNaN(filled[unit]) ? by : filled[unit];
        }

        return filled;
    }
}
