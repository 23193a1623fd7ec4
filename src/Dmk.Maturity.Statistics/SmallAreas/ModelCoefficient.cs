namespace Dmk.Maturity.Statistics;

/// <summary>What one auxiliary counts in the model of small areas.</summary>
/// <param name="Name">Of the auxiliary.</param>
/// <param name="Value">Points per unit of the auxiliary.</param>
/// <param name="Z">Value / StandardError.</param>
/// <param name="P">Two-sided, of the normal distribution, 0 to 1.</param>
public sealed record ModelCoefficient(string Name, double Value, double StandardError, double Z, double P);
