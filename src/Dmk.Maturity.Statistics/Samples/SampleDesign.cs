using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>How the respondents of a file were drawn, as columns: the weight and the stratum of each, and what share of each stratum
/// they are. One stage, without replacement within strata, or with replacement where no population is given.</summary>
/// <remarks>A weight of 0 is allowed: the unit counts in its stratum and enters no estimate.</remarks>
public sealed class SampleDesign
{
    private readonly double[] _weights;
    private readonly int[] _strata;
    private readonly long[] _respondents;
    private readonly double[] _corrections;

    private SampleDesign(double[] weights, int[] stratumOf, long[] respondents, double[] corrections, LonelyUnit lonely) =>
        (_weights, _strata, _respondents, _corrections, Lonely) = (weights, stratumOf, respondents, corrections, lonely);

    /// <summary>Per unit, finite, not negative: those with which totals are estimated, after any calibration.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>Per unit: the index of its stratum, from 0.</summary>
    public ReadOnlySpan<int> StratumOf => _strata;

    /// <summary>Per stratum: units in the file, all of them, also those outside of a domain or without a value.</summary>
    public ReadOnlySpan<long> Respondents => _respondents;

    /// <summary>Per stratum: 1 - n/N; 1 without finite population correction.</summary>
    public ReadOnlySpan<double> Corrections => _corrections;

    /// <summary>What a stratum with one unit adds to a variance.</summary>
    public LonelyUnit Lonely { get; }

    public int Units => _weights.Length;

    public int Strata => _respondents.Length;

    /// <summary>Units minus strata, as in R's <c>degf</c>.</summary>
    public long DegreesOfFreedom => Units - Strata;

    /// <summary>The calibration that made the weights: residuals from it enter the variances. Null for weights as given.</summary>
    internal Projection? Projection { get; private init; }

    /// <param name="weights">Per unit.</param>
    /// <param name="stratumOf">Per unit; strata without a unit are not allowed.</param>
    /// <param name="populations">Per stratum, at least the units in the file; null for no finite population correction.</param>
    /// <exception cref="ArgumentException">Columns of unequal length, a weight that is negative or not finite, an empty stratum, or a
    /// stratum with more units in the file than in the population. The message names the stratum by its index.</exception>
    public static SampleDesign Of(
        IReadOnlyList<double> weights,
        IReadOnlyList<int> stratumOf,
        IReadOnlyList<double>? populations,
        LonelyUnit lonely
    )
    {
        if (weights.Count != stratumOf.Count)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{weights.Count} weights for {stratumOf.Count} units."),
                nameof(weights)
            );
        }

        double[] weightOf = [.. weights];
        if (Array.FindIndex(weightOf, weight => !(double.IsFinite(weight) && weight >= 0)) is var unit and >= 0)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The weight of unit {unit} is {weightOf[unit]}."),
                nameof(weights)
            );
        }

        int[] strata = [.. stratumOf];
        var respondents = Counted(strata, populations?.Count);
        return new(weightOf, strata, respondents, CorrectionsOf(respondents, populations), lonely);
    }

    /// <summary>The same design with another treatment of strata with one unit.</summary>
    public SampleDesign Treating(LonelyUnit lonely) =>
        new(_weights, _strata, _respondents, _corrections, lonely) { Projection = Projection };

    /// <summary>The same units with weights that a calibration has made.</summary>
    internal SampleDesign With(double[] weights, Projection projection) =>
        Projection is null
            ? new(weights, _strata, _respondents, _corrections, Lonely) { Projection = projection }
            : throw new InvalidOperationException("These weights have been calibrated. Calibrate once, to all totals together.");

    /// <summary>The same units under other weights, for replicates: nothing is remembered of a calibration.</summary>
    internal SampleDesign Reweighted(double[] weights) => new(weights, _strata, _respondents, _corrections, Lonely);

    private static long[] Counted(int[] stratumOf, int? strata)
    {
        var respondents = new long[strata ?? (stratumOf.Length == 0 ? 0 : stratumOf.Max() + 1)];
        foreach (var stratum in stratumOf)
        {
            respondents[stratum]++;
        }

        return Array.IndexOf(respondents, 0) is var empty and >= 0
            ? throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Stratum {empty} has no units."), nameof(stratumOf))
            : respondents;
    }

    private static double[] CorrectionsOf(long[] respondents, IReadOnlyList<double>? populations)
    {
        var corrections = new double[respondents.Length];
        for (var stratum = 0; stratum < respondents.Length; stratum++)
        {
            var population = populations?[stratum] ?? double.PositiveInfinity;
            corrections[stratum] =
                population >= respondents[stratum]
                    ? 1 - (respondents[stratum] / population)
                    : throw new ArgumentException(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"Stratum {stratum} has {respondents[stratum]} units in the file, and {population} in the population."
                        ),
                        nameof(populations)
                    );
        }

        return corrections;
    }
}
