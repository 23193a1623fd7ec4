namespace Dmk.Maturity.Statistics;

/// <summary>A statistic of one domain with what moves it.</summary>
/// <param name="SimpleRandomVariance">The variance it would have in a simple random sample without replacement; NaN if it has none.</param>
internal sealed record Linearised(
    double Value,
    Influence Influence,
    long Respondents,
    long Missing,
    double Population,
    double EffectiveRespondents,
    double SimpleRandomVariance
)
{
    /// <summary>Of a mean, with residuals that are enlarged as <see cref="Leverage"/> says.</summary>
    public Influence Enlarged(ReadOnlySpan<double> weights)
    {
        var leverage = new Leverage(Population, Population * Population / EffectiveRespondents, Respondents);
        var values = new double[Influence.Units.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Influence.Values[i] * leverage.Enlargement(weights[Influence.Units[i]]);
        }

        return Influence with
        {
            Values = values,
        };
    }

    /// <summary>sum w y / sum w over the units of a domain with a value; null without any.</summary>
    /// <param name="units">Of the domain, ascending.</param>
    /// <param name="values">Per unit of the file; NaN is missing.</param>
    public static Linearised? Mean(ReadOnlySpan<double> weights, int[] units, double[] values)
    {
        if (Observed.Of(weights, units, values) is not { } observed)
        {
            return null;
        }

        // From the first value on: of equal values the mean is exactly that value.
        var (first, sum, moved) = (values[observed.Units[0]], 0.0, new double[observed.Units.Length]);
        foreach (var unit in observed.Units)
        {
            sum += weights[unit] * (values[unit] - first);
        }

        var mean = first + (sum / observed.Weight);
        var squares = 0.0;
        for (var i = 0; i < moved.Length; i++)
        {
            var unit = observed.Units[i];
            var apart = values[unit] - mean;
            moved[i] = apart / observed.Weight;
            squares += weights[unit] * apart * apart;
        }

        return observed.With(mean, moved, SimpleRandom(squares, observed));
    }

    /// <summary>sum w y over the units of a domain with a value; null without any.</summary>
    /// <inheritdoc cref="Mean"/>
    public static Linearised? Total(ReadOnlySpan<double> weights, int[] units, double[] values)
    {
        if (Mean(weights, units, values) is not { } mean)
        {
            return null;
        }

        return mean with
        {
            Value = mean.Value * mean.Population,
            Influence = new(mean.Influence.Units, [.. mean.Influence.Units.Select(unit => values[unit])]),
            SimpleRandomVariance = mean.SimpleRandomVariance * mean.Population * mean.Population,
        };
    }

    /// <summary>sum w y / sum w x over the units of a domain with both values; null without any.</summary>
    /// <param name="numerators">Per unit of the file; NaN is missing.</param>
    /// <param name="denominators">Likewise.</param>
    /// <inheritdoc cref="Mean"/>
    public static Linearised? Ratio(ReadOnlySpan<double> weights, int[] units, double[] numerators, double[] denominators)
    {
        if (Observed.Of(weights, units, [.. numerators.Zip(denominators, (above, below) => above + below)]) is not { } observed)
        {
            return null;
        }

        var first = RatioToFirst.Of(observed.Units, numerators, denominators);
        var (sum, whole) = (0.0, 0.0);
        foreach (var unit in observed.Units)
        {
            sum += weights[unit] * first.Apart(numerators[unit], denominators[unit]);
            whole += weights[unit] * denominators[unit];
        }

        var apart = sum / whole;
        return observed.With(
            first.Ratio + apart,
            [.. observed.Units.Select(unit => (first.Apart(numerators[unit], denominators[unit]) - (apart * denominators[unit])) / whole)],
            double.NaN
        );
    }

    private static double SimpleRandom(double squares, Observed observed)
    {
        var (weight, respondents) = (observed.Weight, observed.Units.Length);
        var variance = squares / weight / (respondents - 1) * (weight - respondents) / weight;
        return variance >= 0 ? variance : double.NaN;
    }

    /// <summary>The units of a domain that have a value and a weight.</summary>
    private sealed record Observed(int[] Units, long Missing, double Weight, double SquaredWeights)
    {
        public static Observed? Of(ReadOnlySpan<double> weights, int[] units, double[] values)
        {
            var found = new List<int>(units.Length);
            var (missing, weight, squared) = (0L, 0.0, 0.0);
            foreach (var unit in units)
            {
                if (double.IsNaN(values[unit]))
                {
                    missing++;
                }
                else if (weights[unit] != 0)
                {
                    found.Add(unit);
                    weight += weights[unit];
                    squared += weights[unit] * weights[unit];
                }
            }

            return found.Count == 0 ? null : new([.. found], missing, weight, squared);
        }

        public Linearised With(double value, double[] moved, double simpleRandom) =>
            new(value, new(Units, moved), Units.Length, Missing, Weight, Weight * Weight / SquaredWeights, simpleRandom);
    }
}
