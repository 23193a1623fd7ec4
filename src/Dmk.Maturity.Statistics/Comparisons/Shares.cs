using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>Weights of cells as shares that add up to 1.</summary>
internal static class Shares
{
    /// <exception cref="ArgumentException">Not one weight per cell, one that is negative or not a number, or all are 0.</exception>
    public static double[] Of(IReadOnlyList<double> weights, int cells)
    {
        if (weights.Count != cells)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{weights.Count} weights for {cells} cells."),
                nameof(weights)
            );
        }

        var sum = new ExactSum();
        for (var cell = 0; cell < cells; cell++)
        {
            if (!double.IsFinite(weights[cell]) || weights[cell] < 0)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"The weight of cell {cell} is {weights[cell]}, not 0 or above."),
                    nameof(weights)
                );
            }

            sum.AddProduct(weights[cell], 1);
        }

        return sum.Value > 0
            ? [.. weights.Select(weight => weight / sum.Value)]
            : throw new ArgumentException("All weights are 0.", nameof(weights));
    }
}
