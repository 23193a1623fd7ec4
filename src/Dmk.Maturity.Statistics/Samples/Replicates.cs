using System.Runtime.ExceptionServices;

namespace Dmk.Maturity.Statistics;

/// <summary>Weights of a file, many times over, from whose estimates a variance follows without any formula for the statistic.</summary>
/// <remarks>V = scale sum_r rscale_r (t_r - t)^2 (svrVar of R survey 4.1-1).</remarks>
public sealed class Replicates
{
    /// <summary>Of a sum under weights that are rounded themselves, relative to it.</summary>
    private const double Rounding = 4e-15;

    private readonly double[][] _factors;
    private readonly double[] _scales;

    private Replicates(double[][] factors, double[] scales, ReplicateCentre centre) =>
        (_factors, _scales, Centre) = (factors, scales, centre);

    public int Count => _factors.Length;

    /// <summary>What the replicates' estimates are held against.</summary>
    public ReplicateCentre Centre { get; }

    /// <summary>The rescaled bootstrap of Rao and Wu (1988) with n_h - 1 draws of n_h: a unit's factor is n_h/(n_h - 1) times how often it
    /// is drawn, or, with finite population correction, 1 + sqrt(1 - f_h) (that - 1). Strata with one unit keep it.</summary>
    /// <param name="count">At least 2.</param>
    /// <param name="seed">The same one gives the same replicates of the same units in the same order, on any number of processors.</param>
    public static Replicates Bootstrap(SampleDesign design, int count, int seed, ReplicateCentre centre = ReplicateCentre.MeanOfReplicates)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        var members = Enumerable.Range(0, design.Strata).Select(_ => new List<int>()).ToArray();
        for (var unit = 0; unit < design.Units; unit++)
        {
            members[design.StratumOf[unit]].Add(unit);
        }

        var factors = new double[count][];
        Parallel.For(0, count, replicate => factors[replicate] = Drawn(design, members, new SeededDraws(seed, replicate)));
        return new(factors, [.. Enumerable.Repeat(1.0 / (count - 1), count)], centre);
    }

    /// <summary>One unit left out at a time, the others of its stratum scaled up: JKn. Strata with one unit have no replicate.</summary>
    public static Replicates Jackknife(SampleDesign design, ReplicateCentre centre = ReplicateCentre.MeanOfReplicates)
    {
        var (factors, scales) = (new List<double[]>(), new List<double>());
        for (var unit = 0; unit < design.Units; unit++)
        {
            var stratum = design.StratumOf[unit];
            var n = design.Respondents[stratum];
            // A stratum that is wholly in the file varies between no samples, and R makes no replicates of it.
            if (n == 1 || design.Corrections[stratum] == 0)
            {
                continue;
            }

            var own = new double[design.Units];
            for (var other = 0; other < own.Length; other++)
            {
                own[other] =
                    other == unit ? 0
                    : design.StratumOf[other] == stratum ? (double)n / (n - 1)
                    : 1;
            }

            factors.Add(own);
            scales.Add(design.Corrections[stratum] * (n - 1) / n);
        }

        return new([.. factors], [.. scales], centre);
    }

    /// <summary>Made elsewhere.</summary>
    /// <param name="factors">Per replicate, per unit: what the weight is multiplied by.</param>
    /// <param name="scales">Per replicate.</param>
    /// <exception cref="ArgumentException">Unequal numbers.</exception>
    public static Replicates Given(IReadOnlyList<IReadOnlyList<double>> factors, IReadOnlyList<double> scales, ReplicateCentre centre) =>
        factors.Count == scales.Count && factors.Count > 0
            ? new([.. factors.Select(one => one.ToArray())], [.. scales], centre)
            : throw new ArgumentException("Every replicate needs a scale, and there is at least one.", nameof(scales));

    /// <summary>A replicate that lacks a statistic is left out of its variance, and the scale of the others stays as it is: svrVar of R
    /// survey 4.1-1. Each of the two statistics of a covariance is taken from its own centre.</summary>
    /// <param name="design">Before any calibration.</param>
    /// <param name="calibration">Done to every replicate; null for none.</param>
    /// <param name="statistics">From a design to its estimates, always as many, NaN where one is missing; called on several
    /// threads.</param>
    /// <exception cref="NotConvergedException">The calibration of a replicate meets no totals.</exception>
    /// <exception cref="OperationCanceledException">As asked for.</exception>
    public ReplicateCovariances Covariances(
        SampleDesign design,
        (IReadOnlyList<CalibrationTerm> Terms, CalibrationDistance Distance)? calibration,
        Func<SampleDesign, double[]> statistics,
        CancellationToken cancellation = default
    )
    {
        var variables = calibration is { } wanted ? CalibrationWeights.Checked(wanted.Terms, design.Units) : null;
        var estimates = new double[Count][];
        void Estimate(int replicate)
        {
            var weights = new double[design.Units];
            for (var unit = 0; unit < weights.Length; unit++)
            {
                weights[unit] = design.Weights[unit] * _factors[replicate][unit];
            }

            estimates[replicate] = statistics(
                design.Reweighted(variables is null ? weights : Calibrated(variables, weights, calibration!.Value.Distance))
            );
        }

        try
        {
            Parallel.For(0, Count, new ParallelOptions { CancellationToken = cancellation }, Estimate);
        }
        catch (AggregateException together)
        {
            // One replicate that cannot be made says what is wrong, as it would on one processor.
            ExceptionDispatchInfo.Throw(together.Flatten().InnerExceptions[0]);
        }

        var whole =
            Centre == ReplicateCentre.Estimate
                ? statistics(
                    variables is null
                        ? design
                        : design.Reweighted(CalibrationWeights.Of(variables, design.Weights.ToArray(), calibration!.Value.Distance))
                )
                : null;
        var leftOut = Enumerable.Range(0, estimates[0].Length).Select(at => estimates.Count(one => double.IsNaN(one[at]))).ToArray();
        Centred(estimates, whole);
        return new(Products(estimates, leftOut), leftOut);
    }

    /// <exception cref="EmptyCategoryException">A category of which the replicate has no unit.</exception>
    private static double[] Calibrated(CalibrationMatrix variables, double[] weights, CalibrationDistance distance)
    {
        try
        {
            return CalibrationWeights.Of(variables, weights, distance);
        }
        catch (EmptyCategoryException empty)
        {
            throw new EmptyCategoryException(
                $"{empty.Category} has a total, and no unit in one of the replicates, each of which leaves units out. Join it with "
                    + "another category in the totals, or take linearised errors.",
                empty
            );
        }
    }

    /// <summary>Deviations in the place of estimates; a missing one deviates by nothing, and so does one that differs by the rounding of a
    /// sum alone: equal totals have a standard error of exactly 0.</summary>
    private static void Centred(double[][] estimates, double[]? whole)
    {
        for (var at = 0; at < estimates[0].Length; at++)
        {
            var centre =
                whole?[at] ?? estimates.Select(one => one[at]).Where(one => !double.IsNaN(one)).DefaultIfEmpty(double.NaN).Average();
            foreach (var replicate in estimates)
            {
                var apart = replicate[at] - centre;
                replicate[at] = Math.Abs(apart) > Rounding * Math.Abs(centre) ? apart : 0;
            }
        }
    }

    private double[,] Products(double[][] deviations, int[] leftOut)
    {
        var covariances = new double[leftOut.Length, leftOut.Length];
        for (var a = 0; a < leftOut.Length; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                var sum = Count - Math.Max(leftOut[a], leftOut[b]) < 2 ? double.NaN : 0.0;
                for (var replicate = 0; replicate < Count; replicate++)
                {
                    sum += _scales[replicate] * deviations[replicate][a] * deviations[replicate][b];
                }

                covariances[a, b] = covariances[b, a] = sum;
            }
        }

        return covariances;
    }

    private static double[] Drawn(SampleDesign design, List<int>[] members, SeededDraws draws)
    {
        var factors = new double[design.Units];
        for (var stratum = 0; stratum < members.Length; stratum++)
        {
            var n = members[stratum].Count;
            if (n == 1)
            {
                factors[members[stratum][0]] = 1;
                continue;
            }

            for (var draw = 0; draw < n - 1; draw++)
            {
                factors[members[stratum][draws.Below(n)]] += (double)n / (n - 1);
            }

            var root = Math.Sqrt(design.Corrections[stratum]);
            foreach (var unit in members[stratum])
            {
                factors[unit] = 1 + (root * (factors[unit] - 1));
            }
        }

        return factors;
    }
}
