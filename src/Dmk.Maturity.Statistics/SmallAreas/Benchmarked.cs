using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>Modelled values that agree with a direct result of their group: the weighted mean of a Land's cells is the Land's.</summary>
/// <param name="Values">In the order given; unchanged in a group without a target.</param>
/// <param name="Adjustments">Per group: the factor, or the amount added; NaN in a group without a target.</param>
/// <remarks>Ratio and difference benchmarking: Rao and Molina (2015), section 6.4.6. The mean squared errors are not changed.</remarks>
public sealed record Benchmarked(IReadOnlyList<double> Values, IReadOnlyList<double> Adjustments)
{
    /// <param name="values">One modelled value per area, not missing.</param>
    /// <param name="weights">One per area, 0 or above, such as the companies of the frame.</param>
    /// <param name="groupOf">Per area: its group, from 0.</param>
    /// <param name="targets">Per group: the direct weighted mean that must come out; NaN for none.</param>
    /// <exception cref="ArgumentException">A missing value, a weight below 0, an unknown group, a group with a target whose weights are
    /// all 0 or whose mean is not above 0 where a factor is asked for; the text names it, from 0.</exception>
    public static Benchmarked Of(
        IReadOnlyList<double> values,
        IReadOnlyList<double> weights,
        IReadOnlyList<int> groupOf,
        IReadOnlyList<double> targets,
        BenchmarkRule rule
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(groupOf);
        ArgumentNullException.ThrowIfNull(targets);
        var (sums, sizes) = Sums(values, weights, groupOf, targets.Count);
        var adjustments = new double[targets.Count];
        for (var group = 0; group < targets.Count; group++)
        {
            adjustments[group] = double.IsNaN(targets[group])
                ? double.NaN
                : Adjustment(group, sums[group] / sizes[group], targets[group], rule);
        }

        return new Benchmarked(
            [
                .. values.Select(
                    (value, area) =>
                        double.IsNaN(adjustments[groupOf[area]]) ? value
                        : rule == BenchmarkRule.Ratio ? value * adjustments[groupOf[area]]
                        : value + adjustments[groupOf[area]]
                ),
            ],
            adjustments
        );
    }

    private static double Adjustment(int group, double mean, double target, BenchmarkRule rule) =>
        double.IsNaN(mean) ? throw Wrong($"Group {group} has a target and no weight.")
        : rule == BenchmarkRule.Difference ? target - mean
        : mean > 0 ? target / mean
        : throw Wrong($"Group {group} has the mean {mean}: a factor needs one above 0.");

    private static (double[] Sums, double[] Sizes) Sums(
        IReadOnlyList<double> values,
        IReadOnlyList<double> weights,
        IReadOnlyList<int> groupOf,
        int groups
    )
    {
        if (weights.Count != values.Count || groupOf.Count != values.Count)
        {
            throw Wrong($"{values.Count} values, {weights.Count} weights and {groupOf.Count} groups.");
        }

        var (sums, sizes) = (new double[groups], new double[groups]);
        for (var area = 0; area < values.Count; area++)
        {
            if (!double.IsFinite(values[area]) || !double.IsFinite(weights[area]) || weights[area] < 0)
            {
                throw Wrong($"Area {area} has the value {values[area]} and the weight {weights[area]}.");
            }

            if (groupOf[area] < 0 || groupOf[area] >= groups)
            {
                throw Wrong($"Area {area} is of group {groupOf[area]}; there are {groups}, from 0.");
            }

            sums[groupOf[area]] += weights[area] * values[area];
            sizes[groupOf[area]] += weights[area];
        }

        return (sums, sizes);
    }

    private static ArgumentException Wrong(FormattableString text) => new(text.ToString(CultureInfo.InvariantCulture));
}
