namespace Dmk.Maturity.Studies;

/// <summary>A cell with a value from a model, beside its direct figure, which it never replaces.</summary>
/// <param name="Direct">Its figure.</param>
/// <param name="Modelled">The weighted middle of the figure and what the auxiliaries predict, brought to the figure of its Land; in points
/// of the index.</param>
/// <param name="RootMeanSquaredError">After Prasad and Rao (1990); where there is no direct figure, of a prediction.</param>
/// <param name="Shrinkage">How much the direct figure counts, 0 to 1; 0 where there is none.</param>
public sealed record ModelledCell(IndexCell Direct, double Modelled, double RootMeanSquaredError, double Shrinkage);
