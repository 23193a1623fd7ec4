namespace Dmk.Maturity.Statistics;

/// <summary>Weights of dimensions as a mix of those that an index declares and of single dimensions: tried = whole declared + parts, all of
/// them 0 or above, adding up to 1, with as much of the declared ones as there can be.</summary>
/// <remarks>So the mean of an index under tried weights is the same mix of the mean of the index and of those of its dimensions, where
/// every unit has all of them; its standard error is at most the same mix of theirs, as no correlation is above 1.</remarks>
/// <param name="Whole">Of the index under its declared weights.</param>
/// <param name="Parts">Per dimension.</param>
public readonly record struct WeightMix(double Whole, IReadOnlyList<double> Parts)
{
    /// <summary>What rounding may leave of a part that is none.</summary>
    private const double Rounding = 1e-12;

    /// <param name="declared">Per dimension, 0 or above, not all 0; relative.</param>
    /// <param name="tried">Likewise.</param>
    public static WeightMix Of(IReadOnlyList<double> declared, IReadOnlyList<double> tried)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(tried.Count, declared.Count, nameof(tried));
        var (all, allTried, whole) = (declared.Sum(), tried.Sum(), 1.0);
        for (var place = 0; place < declared.Count; place++)
        {
            whole = declared[place] > 0 ? Math.Min(whole, tried[place] / allTried / (declared[place] / all)) : whole;
        }

        var parts = new double[declared.Count];
        for (var place = 0; place < parts.Length; place++)
        {
            var rest = (tried[place] / allTried) - (whole * declared[place] / all);
            parts[place] = rest > Rounding ? rest : 0;
        }

        return new(Math.Max(0, 1 - parts.Sum()), parts);
    }
}
