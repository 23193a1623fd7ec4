namespace Dmk.Maturity.Statistics;

/// <summary>A number that is withheld, and what everybody knows of it beforehand: a mean lies on its scale, a count is whole and not
/// negative.</summary>
/// <param name="Lower">Included; negative infinity where nothing is known.</param>
/// <param name="Upper">Included, not below <paramref name="Lower"/>; infinity where nothing is known.</param>
public readonly record struct UnknownNumber(double Lower, double Upper)
{
    /// <summary>Whether it is known to be a whole number, as counts are.</summary>
    public bool IsWhole { get; init; }
}
