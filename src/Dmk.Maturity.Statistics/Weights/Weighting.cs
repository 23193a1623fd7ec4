using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>Design weights, corrected for non-response within classes of strata.</summary>
/// <remarks>Within class g a respondent of stratum h has w = d_h * (sum of d over the sample of g) / (sum of d over the respondents of
/// g), d_h = N_h / m_h (Sarndal, Swensson and Wretman
/// 1992, section 15.6: response homogeneity groups). As the d of a stratum's sample add up to N_h, the numerator is the population of g.
/// A stratum from which nobody was drawn
/// has no d; its units count in the numerator all the same, so that the respondents of its class stand for them, too.</remarks>
public sealed class Weighting
{
    /// <summary>As population of a class: so large that there is no finite population correction.</summary>
    public const long Unlimited = long.MaxValue;

    private Weighting() { }

    /// <summary>Per stratum: the index of its class, which is also the stratum of the variance.</summary>
    public required IReadOnlyList<int> ClassOf { get; init; }

    /// <summary>Per stratum: the weight of each of its respondents. NaN where there can be none: no units in the frame, or none
    /// drawn.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>Per class: units in the frame.</summary>
    public required IReadOnlyList<long> ClassPopulation { get; init; }

    /// <summary>In the order in which they happened.</summary>
    public required IReadOnlyList<Collapse> Collapses { get; init; }

    /// <param name="respondents">Per stratum.</param>
    /// <exception cref="ArgumentException">Counts that cannot be (more respondents than drawn, more drawn than in the frame), or a code
    /// outside of its order.</exception>
    /// <exception cref="NoDonorException">A population has no respondents and no donor.</exception>
    public static Weighting Of(IReadOnlyList<Stratum> strata, IReadOnlyList<long> respondents, CollapseRule rule)
    {
        Check(strata, respondents);
        var collapsing = new Collapsing(strata, respondents, rule);
        var classes = collapsing.Classes;
        var classOf = new int[strata.Count];
        var weights = new double[strata.Count];
        for (var index = 0; index < classes.Count; index++)
        {
            CheckDonor(classes[index], strata);
            foreach (var stratum in classes[index].Strata)
            {
                classOf[stratum] = index;
                weights[stratum] =
                    strata[stratum].Sampled == 0 ? double.NaN : WeightingClass.DesignWeight(strata[stratum]) * classes[index].Factor;
            }
        }

        return new Weighting
        {
            ClassOf = classOf,
            Weights = weights,
            ClassPopulation = [.. classes.Select(one => one.Population)],
            Collapses = collapsing.Collapses,
        };
    }

    /// <summary>Weights that were made elsewhere, each stratum its own class.</summary>
    /// <param name="weights">Per stratum, positive.</param>
    /// <param name="populations">Per stratum; <see cref="Unlimited"/> for estimates without finite population correction.</param>
    public static Weighting Given(IReadOnlyList<double> weights, IReadOnlyList<long> populations)
    {
        if (weights.Count != populations.Count || !weights.All(weight => double.IsFinite(weight) && weight > 0))
        {
            throw new ArgumentException("Every stratum needs a population and a positive weight.", nameof(weights));
        }

        return new Weighting
        {
            ClassOf = [.. Enumerable.Range(0, weights.Count)],
            Weights = weights,
            ClassPopulation = populations,
            Collapses = [],
        };
    }

    private static void Check(IReadOnlyList<Stratum> strata, IReadOnlyList<long> respondents)
    {
        if (respondents.Count != strata.Count)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{respondents.Count} counts of respondents for {strata.Count} strata."),
                nameof(respondents)
            );
        }

        for (var stratum = 0; stratum < strata.Count; stratum++)
        {
            var (population, sampled, answered) = (strata[stratum].Population, strata[stratum].Sampled, respondents[stratum]);
            if (!(0 <= answered && answered <= sampled && sampled <= population))
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Stratum {strata[stratum]}: {answered} respondents of {sampled} drawn of {population} in the frame."
                    ),
                    nameof(respondents)
                );
            }
        }
    }

    private static void CheckDonor(WeightingClass one, IReadOnlyList<Stratum> strata)
    {
        if (one.Population > 0 && one.Respondents == 0)
        {
            var names = string.Join(", ", one.Strata.Select(stratum => strata[stratum]));
            throw new NoDonorException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Nobody answered in {names} ({one.Population} units), and the collapse rule finds no neighbour that may stand in."
                ),
                [.. one.Strata]
            );
        }
    }
}
