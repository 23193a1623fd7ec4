using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The gap between two domains, taken apart into their mix of companies and companies of the same kind.</summary>
/// <param name="One">Name of a domain, its codes parted by bars.</param>
/// <param name="Other">Likewise, or all rows: the reference, which is taken away.</param>
/// <param name="Parts">Null where one of the two has no value.</param>
/// <param name="CellsOfOne">Cells of either that rest on one respondent: they add nothing to the standard errors.</param>
public sealed record DecompositionRow(
    string Variable,
    string? Category,
    string One,
    string Other,
    KitagawaDecomposition? Parts,
    int CellsOfOne
);
