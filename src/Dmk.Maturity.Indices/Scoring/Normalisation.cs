namespace Dmk.Maturity.Indices;

/// <summary>How a number becomes a score.</summary>
internal abstract record Normalisation
{
    /// <returns>On the scale, or NaN where the number earns no score.</returns>
    public abstract double Score(double value);

    /// <summary>The lowest and the highest score that some number earns.</summary>
    public abstract Reach Reach { get; }
}
