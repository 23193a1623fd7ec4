namespace Dmk.Maturity.Simulation;

/// <summary>How many companies to draw in every stratum so that small Länder are seen as well as large ones.</summary>
/// <remarks>Power allocation (Bankier 1988) with power one half: proportional to the square root of the units in the frame, within
/// bounds.</remarks>
public static class PowerAllocation
{
    /// <param name="populations">Units in the frame, per stratum.</param>
    /// <param name="sample">Companies to draw in all; a frame with fewer is taken whole.</param>
    /// <param name="minimum">Companies per stratum at least, or all there are; less where the sample does not suffice.</param>
    public static long[] Of(IReadOnlyList<long> populations, long sample, long minimum)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sample);
        sample = Math.Min(sample, populations.Sum());
        while (minimum > 0 && Lowest(populations, minimum) > sample)
        {
            minimum--;
        }

        var factor = Factor(populations, sample, minimum);
        var exact = populations.Select(units => Bounded(units, factor, minimum)).ToArray();
        return LargestRemainder.Round(exact, sample);
    }

    private static long Lowest(IReadOnlyList<long> populations, long minimum) => populations.Sum(units => Math.Min(units, minimum));

    private static double Bounded(long units, double factor, long minimum) =>
        Math.Clamp(factor * Math.Sqrt(units), Math.Min(units, minimum), units);

    /// <summary>The factor of the square root at which the bounded sizes add up to the sample, from below, found by halving.</summary>
    private static double Factor(IReadOnlyList<long> populations, long sample, long minimum)
    {
        var (low, high) = (0.0, Math.Sqrt(populations.Max()));
        for (var step = 0; step < 200; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = populations.Sum(units => Bounded(units, middle, minimum)) <= sample ? (middle, high) : (low, middle);
        }

        return low;
    }
}
