namespace Dmk.Maturity.Statistics;

/// <summary>A weighted sum of withheld numbers that is known from published ones: exactly, or, where these are rounded, to lie within
/// bounds.</summary>
/// <param name="Terms">Places in the list of unknowns, each at most once, with their finite coefficients.</param>
/// <param name="Lower">Included; negative infinity where the sum has no lower bound.</param>
/// <param name="Upper">Included; infinity where it has no upper bound.</param>
public sealed record KnownSum(IReadOnlyList<(int Unknown, double Coefficient)> Terms, double Lower, double Upper)
{
    /// <summary>A sum that is known to a rounding step: half of the step to either side.</summary>
    public static KnownSum Around(IReadOnlyList<(int Unknown, double Coefficient)> terms, double value, double half) =>
        new(terms, value - half, value + half);
}
