namespace Dmk.Maturity.Statistics;

/// <summary>The means of an index in domains as functions of the weights of its dimensions: per domain and pattern of dimensions that
/// respondents have, for how many they stand, and their means. Immutable.</summary>
/// <remarks>Within a pattern the index is linear in the weights; between patterns their number weighs. The same figures as those of
/// <see cref="CellMeasure.WhatIf"/>, without errors and in a fraction of the time.</remarks>
public sealed class PatternMeans : IWeightedMeans
{
    private readonly (double Weight, int[] Dimensions, double[] Means)[][] _domains;
    private readonly int _dimensions;

    private PatternMeans((double Weight, int[] Dimensions, double[] Means)[][] domains, int dimensions) =>
        (_domains, _dimensions) = (domains, dimensions);

    public int Domains => _domains.Length;

    /// <param name="needed">The place among the crossed variables of one that respondents must have, as the index under its own weights;
    /// it is no dimension.</param>
    public static PatternMeans Of(WeightedCells sample, CellPartition partition, int needed)
    {
        var sums = new Dictionary<uint, (double Weight, double[] Sums)>[partition.Count];
        for (var domain = 0; domain < sums.Length; domain++)
        {
            sums[domain] = [];
        }

        var crossedVariables = 0;
        for (var place = 0; place < sample.Cells.Count; place++)
        {
            var (cell, weight) = (sample.Cells[place], sample.Weights[place]);
            crossedVariables = cell.Moments.Layout.Crossed.Count;
            if (partition.DomainOf[cell.Cell] is var domain and >= 0)
            {
                foreach (var crossed in cell.Moments.Crossed.Where(crossed => crossed.Has(needed)))
                {
                    Add(sums[domain], crossed, weight, crossedVariables);
                }
            }
        }

        return new([.. sums.Select(domain => domain.Select(one => Means(one.Key, one.Value, needed)).ToArray())], crossedVariables);
    }

    /// <summary>One mean per domain; NaN where nobody has a dimension with a weight.</summary>
    /// <param name="weights">Per crossed variable, 0 or above; that of the needed one does not count.</param>
    public void Under(ReadOnlySpan<double> weights, Span<double> means)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, _dimensions, nameof(weights));
        for (var domain = 0; domain < _domains.Length; domain++)
        {
            var (sum, size) = (0.0, 0.0);
            foreach (var (weight, dimensions, values) in _domains[domain])
            {
                var (above, below) = (0.0, 0.0);
                for (var at = 0; at < dimensions.Length; at++)
                {
                    above += weights[dimensions[at]] * values[at];
                    below += weights[dimensions[at]];
                }

                if (below > 0)
                {
                    sum += weight * above / below;
                    size += weight;
                }
            }

            means[domain] = sum / size;
        }
    }

    private static void Add(Dictionary<uint, (double Weight, double[] Sums)> sums, CrossedSums crossed, double weight, int variables)
    {
        var (before, into) = sums.GetValueOrDefault(crossed.Pattern, (0, new double[variables]));
        foreach (var place in crossed.Places)
        {
            into[place] += weight * crossed.Respondents * crossed.Mean(place);
        }

        sums[crossed.Pattern] = (before + (weight * crossed.Respondents), into);
    }

    private static (double Weight, int[] Dimensions, double[] Means) Means(uint pattern, (double Weight, double[] Sums) sums, int needed)
    {
        int[] dimensions = [.. Enumerable.Range(0, sums.Sums.Length).Where(place => place != needed && (pattern >> place & 1) == 1)];
        return (sums.Weight, dimensions, Array.ConvertAll(dimensions, place => sums.Sums[place] / sums.Weight));
    }
}
