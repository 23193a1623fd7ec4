namespace Dmk.Maturity.Studies;

/// <summary>The difference of two domains.</summary>
/// <param name="One">Name of a domain, its codes parted by bars.</param>
/// <param name="Other">Likewise: what is taken away.</param>
/// <param name="T">Difference over standard error; NaN without one.</param>
/// <param name="P">Two-sided.</param>
/// <param name="PHolm">Adjusted for all comparisons of this answer: Holm (1979).</param>
public sealed record ComparisonRow(
    string Variable,
    string? Category,
    string One,
    string Other,
    double Difference,
    double StandardError,
    double T,
    double DegreesOfFreedom,
    double P,
    double PHolm
);
