namespace Dmk.Maturity.Indices;

/// <summary>How much below a node must be there for it to have a score.</summary>
/// <param name="Share">Of the weight, 0 to 1.</param>
/// <param name="Count">Of children, at least 1.</param>
/// <param name="OfApplicable">Children that do not apply to the company leave the whole that the share is taken of.</param>
internal sealed record Availability(double Share, int Count, bool OfApplicable)
{
    /// <summary>Weights such as 0.1 are rounded; a share that is reached on paper is reached here.</summary>
    private const double Hair = 1e-9;

    public static Availability AnyChild { get; } = new(0, 1, false);

    public bool Suffices(int present, double presentWeight, double wholeWeight) =>
        present >= Count && presentWeight >= (Share * wholeWeight) - (Hair * wholeWeight);
}
