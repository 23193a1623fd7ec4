namespace Dmk.Maturity.Statistics;

/// <summary>When a weighting class is too thin to stand alone, and with which neighbours it is merged then.</summary>
/// <param name="MinimumRespondents">A class with fewer respondents than this, and fewer than its population, is deficient. At least
/// 1.</param>
/// <param name="MaximumFactor">A class whose non-response factor is larger is deficient, too; infinite for no bound.</param>
/// <param name="Steps">In their order. A class that is still deficient after the last one stays as it is, if it has respondents.</param>
public sealed record CollapseRule(int MinimumRespondents, double MaximumFactor, IReadOnlyList<CollapseStep> Steps);
