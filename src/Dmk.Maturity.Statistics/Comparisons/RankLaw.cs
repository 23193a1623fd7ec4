using System.Collections.Concurrent;
using System.Globalization;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;
using Wide = System.Numerics.Vector<double>;

namespace Dmk.Maturity.Statistics;

/// <summary>How the errors of several estimates fall together, as a seeded sample of them: from it come confidence sets for
/// ranks.</summary>
/// <remarks>Mogstad, Romano, Shaikh and Wilhelm (2024), section 3, as csranks of R: pairs are told apart where their
/// difference over its standard error is above a critical value, which is the quantile of the largest such value among all pairs in
/// question under the sampled errors. Draws are normal with the covariance of the estimates; with finite degrees of freedom all errors of
/// a draw are divided by the root of chi² / df (csranks has the normal draws only). The quantile is the (draws + 1) level-th smallest,
/// which errs towards wider sets. Pairs whose difference has a standard error of 0 are told apart by their values. Cost: draws x pairs
/// for each step.</remarks>
public sealed class RankLaw
{
    private const double Rounding = 1e-13;

    private readonly int[] _placeOf;
    private readonly double[][] _errors;
    private readonly double[][] _scales;
    private readonly int _draws;
    private readonly ConcurrentDictionary<(int Element, RankSide Side, double Level), double> _firstSteps = [];

    /// <param name="estimates">Only their errors count here. An estimate without a value or standard error takes no part.</param>
    /// <param name="draws">100 or more; the standard error of a set's level of 0.95 is 0.002 with 10,000.</param>
    /// <exception cref="InvalidOperationException">The matrix gives a combination a negative variance.</exception>
    public RankLaw(JointEstimates estimates, int draws = 10_000, int seed = 20240501)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 100);
        var known = Enumerable.Range(0, estimates.Count).Where(estimates.IsKnown).ToArray();
        _draws = draws;
        _placeOf = [.. Enumerable.Range(0, estimates.Count).Select(one => Array.IndexOf(known, one))];
        _scales = [.. known.Select(one => known.Select(other => Scale(estimates, one, other)).ToArray())];
        _errors = Draw(estimates, known, draws, new Random(seed));
    }

    /// <summary>A confidence set for the rank of each value.</summary>
    /// <param name="values">One per estimate. NaN is not ranked and does not count. A value whose error is not known may stand anywhere:
    /// its set holds all ranks, and every other set leaves room for it.</param>
    /// <returns>One per value, null for NaN.</returns>
    /// <exception cref="ArgumentException">Not one value per estimate.</exception>
    public IReadOnlyList<RankSet?> Sets(IReadOnlyList<double> values, RankOptions options)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(options);
        Comparison.CheckLevel(options.Level);
        if (values.Count != _placeOf.Length)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{values.Count} values for {_placeOf.Length} estimates."),
                nameof(values)
            );
        }

        var elements = Enumerable.Range(0, values.Count).Where(one => _placeOf[one] >= 0 && !double.IsNaN(values[one])).ToArray();
        var ranked = values.Count(one => !double.IsNaN(one));
        var (above, below) =
            options.Coverage == RankCoverage.Simultaneous ? Together(values, elements, options) : Each(values, elements, options);
        return
        [
            .. Ranking
                .Competition(values)
                .Select((rank, one) => rank is { } known ? new RankSet(known, 1 + above[one], ranked - below[one]) : null),
        ];
    }

    /// <summary>How many are told apart above and below each, all pairs together.</summary>
    private (int[] Above, int[] Below) Together(IReadOnlyList<double> values, int[] elements, RankOptions options)
    {
        var (above, below) = (new int[values.Count], new int[values.Count]);
        var pairs = elements.SelectMany(one => elements.Where(other => other != one).Select(other => (one, other)));
        foreach (var (larger, smaller) in ToldApart(values, pairs, -1, options))
        {
            below[larger] += options.Side == RankSide.Best ? 0 : 1;
            above[smaller] += options.Side == RankSide.Worst ? 0 : 1;
        }

        return (above, below);
    }

    /// <summary>As above, by the pairs of each element alone.</summary>
    private (int[] Above, int[] Below) Each(IReadOnlyList<double> values, int[] elements, RankOptions options)
    {
        var (above, below) = (new int[values.Count], new int[values.Count]);
        Parallel.ForEach(
            elements,
            element =>
            {
                var others = elements.Where(other => other != element).ToArray();
                var pairs = others
                    .Where(_ => options.Side != RankSide.Best)
                    .Select(other => (element, other))
                    .Concat(others.Where(_ => options.Side != RankSide.Worst).Select(other => (other, element)));
                foreach (var (larger, _) in ToldApart(values, pairs, element, options))
                {
                    (larger == element ? below : above)[element]++;
                }
            }
        );
        return (above, below);
    }

    /// <summary>The pairs of which the first is larger, with confidence.</summary>
    private List<(int Larger, int Smaller)> ToldApart(
        IReadOnlyList<double> values,
        IEnumerable<(int, int)> pairs,
        int element,
        RankOptions options
    )
    {
        var (open, apart) = (new List<(int One, int Other)>(), new List<(int, int)>());
        foreach (var (one, other) in pairs)
        {
            if (ScaleOf(one, other) > 0)
            {
                open.Add((one, other));
            }
            else if (values[one] > values[other])
            {
                apart.Add((one, other));
            }
        }

        for (var step = 1; open.Count > 0; step++)
        {
            var isWhole = step == 1 && values.All(value => !double.IsNaN(value));
            var critical = isWhole
                ? _firstSteps.GetOrAdd((element, options.Side, options.Level), _ => Critical(open, options.Level))
                : Critical(open, options.Level);
            var found = open.Where(pair => values[pair.One] - values[pair.Other] > critical * ScaleOf(pair.One, pair.Other)).ToHashSet();
            apart.AddRange(found);
            open.RemoveAll(found.Contains);
            if (found.Count == 0 || options.Procedure == RankProcedure.SingleStep)
            {
                break;
            }
        }

        return apart;
    }

    private double ScaleOf(int one, int other) => _scales[_placeOf[one]][_placeOf[other]];

    /// <summary>The quantile of the largest scaled difference of errors among the pairs.</summary>
    private double Critical(List<(int One, int Other)> pairs, double level)
    {
        var largest = new double[_draws];
        Array.Fill(largest, double.NegativeInfinity);
        foreach (var (one, other) in pairs)
        {
            Raise(largest, _errors[_placeOf[one]], _errors[_placeOf[other]], 1 / ScaleOf(one, other));
        }

        return ArrayStatistics.OrderStatisticInplace(largest, Math.Min(_draws, (int)Math.Ceiling((_draws + 1) * level)));
    }

    private static void Raise(double[] largest, double[] one, double[] other, double factor)
    {
        var wide = Wide.Count;
        var draw = 0;
        for (; draw <= largest.Length - wide; draw += wide)
        {
            var difference = (new Wide(one, draw) - new Wide(other, draw)) * factor;
            System.Numerics.Vector.Max(new Wide(largest, draw), difference).CopyTo(largest, draw);
        }

        for (; draw < largest.Length; draw++)
        {
            largest[draw] = Math.Max(largest[draw], (one[draw] - other[draw]) * factor);
        }
    }

    /// <summary>The standard error of a difference; what rounding leaves of one that cannot vary is 0.</summary>
    private static double Scale(JointEstimates estimates, int one, int other)
    {
        var (left, right, both) = (estimates.Covariance(one, one), estimates.Covariance(other, other), estimates.Covariance(one, other));
        var variance = left + right - (2 * both);
        return one == other || variance <= Rounding * (left + right + (2 * Math.Abs(both))) ? 0 : Math.Sqrt(variance);
    }

    /// <summary>Per known estimate its errors, draw by draw.</summary>
    private static double[][] Draw(JointEstimates estimates, int[] known, int draws, Random random)
    {
        var covariance = Matrix<double>.Build.Dense(
            known.Length,
            known.Length,
            (one, other) => estimates.Covariance(known[one], known[other])
        );
        var errors = known.Select(_ => new double[draws]).ToArray();
        var normal = new double[draws];
        foreach (var column in SemidefiniteRoot.Of(covariance))
        {
            Normal.Samples(random, normal, 0, 1);
            for (var one = 0; one < known.Length; one++)
            {
                for (var draw = 0; column[one] != 0 && draw < draws; draw++)
                {
                    errors[one][draw] += column[one] * normal[draw];
                }
            }
        }

        if (double.IsFinite(estimates.DegreesOfFreedom))
        {
            Widen(errors, estimates.DegreesOfFreedom, random);
        }

        return errors;
    }

    private static void Widen(double[][] errors, double degreesOfFreedom, Random random)
    {
        for (var draw = 0; errors.Length > 0 && draw < errors[0].Length; draw++)
        {
            // Chi² as a gamma: the sampler of chi² itself adds as many squares as there are degrees of freedom.
            var factor = Math.Sqrt(degreesOfFreedom / Gamma.Sample(random, degreesOfFreedom / 2, 0.5));
            foreach (var one in errors)
            {
                one[draw] *= factor;
            }
        }
    }
}
