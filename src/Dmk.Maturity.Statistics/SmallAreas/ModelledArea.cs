namespace Dmk.Maturity.Statistics;

/// <summary>An area after modelling. A modelled value stands beside the direct one and never replaces it silently.</summary>
/// <param name="Direct">NaN where there is none.</param>
/// <param name="Shrinkage">gamma = A / (A + psi), 0 to 1: how much the direct estimate counts; 0 without one.</param>
/// <param name="Synthetic">x'b: what the auxiliaries alone predict.</param>
/// <param name="Eblup">gamma direct + (1 - gamma) synthetic; the synthetic value without a direct estimate.</param>
/// <param name="G1">Error of the area's effect, gamma psi; A without a direct estimate.</param>
/// <param name="G2">Error of b.</param>
/// <param name="G3">Error of A; NaN without a direct estimate, where none is defined.</param>
/// <param name="MeanSquaredError">Prasad and Rao (1990), Datta and Lahiri (2000): g1 + g2 + 2 g3, less the bias of A times (1 - gamma)²;
/// without a direct estimate A + g2.</param>
/// <param name="StandardizedResidual">(direct - x'b) / sqrt(A + psi); NaN without a direct estimate. Beyond -3 or 3 the area does not fit
/// the model.</param>
public sealed record ModelledArea(
    string Name,
    double Direct,
    double Shrinkage,
    double Synthetic,
    double Eblup,
    double G1,
    double G2,
    double G3,
    double MeanSquaredError,
    double StandardizedResidual
)
{
    /// <summary>No direct estimate: the value comes from the model alone.</summary>
    public bool IsSynthetic => double.IsNaN(StandardizedResidual);
}
