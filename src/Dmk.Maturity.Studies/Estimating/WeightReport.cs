using System.Globalization;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>What a calibration did to weights, in a sentence.</summary>
internal static class WeightReport
{
    public static string Words(SampleDesign before, SampleDesign after)
    {
        var (lowest, highest, sum, squares) = (double.PositiveInfinity, double.NegativeInfinity, 0.0, 0.0);
        for (var unit = 0; unit < after.Units; unit++)
        {
            var factor = after.Weights[unit] / before.Weights[unit];
            (lowest, highest) = (Math.Min(lowest, factor), Math.Max(highest, factor));
            sum += after.Weights[unit];
            squares += after.Weights[unit] * after.Weights[unit];
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"Calibration multiplied weights by {lowest:0.####} to {highest:0.####}; they add up to {sum:0.###}. Kish's design effect of "
                + $"the weights (1 + cv²) is {after.Units * squares / sum / sum:0.####}."
        );
    }
}
