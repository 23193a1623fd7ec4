namespace Dmk.Maturity.Statistics;

/// <summary>Companies that all mixtures of some figures take equally often, see <see cref="FigureMixes"/>.</summary>
/// <param name="Rows">Places of the rows that say how each figure is made from what such a company has.</param>
/// <param name="Companies">That count for a minimum.</param>
public sealed record MixedKind(IReadOnlyList<int> Rows, long Companies);
