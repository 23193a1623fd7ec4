namespace Dmk.Maturity.Statistics;

/// <summary>What the estimates of replicates are held against.</summary>
public enum ReplicateCentre
{
    /// <summary>Their mean: R's <c>mse = FALSE</c>.</summary>
    MeanOfReplicates,

    /// <summary>The estimate from the file: R's <c>mse = TRUE</c>.</summary>
    Estimate,
}
