namespace Dmk.Maturity.Statistics;

/// <summary>The means of an index under tried weights, mixed from its mean and those of its dimensions, see
/// <see cref="WeightMix"/>.</summary>
/// <param name="declared">The weights of the index, per dimension.</param>
/// <param name="whole">Per domain, the mean of the index.</param>
/// <param name="parts">Per domain and dimension, its mean.</param>
public sealed class MixedMeans(IReadOnlyList<double> declared, IReadOnlyList<double> whole, IReadOnlyList<IReadOnlyList<double>> parts)
    : IWeightedMeans
{
    public int Domains => whole.Count;

    public void Under(ReadOnlySpan<double> weights, Span<double> means)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, declared.Count + 1, nameof(weights));
        var mix = WeightMix.Of(declared, weights[1..].ToArray());
        for (var domain = 0; domain < whole.Count; domain++)
        {
            var mean = mix.Whole * whole[domain];
            for (var place = 0; place < declared.Count; place++)
            {
                mean += mix.Parts[place] > 0 ? mix.Parts[place] * parts[domain][place] : 0;
            }

            means[domain] = mean;
        }
    }
}
