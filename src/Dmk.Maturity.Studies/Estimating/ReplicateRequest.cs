using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Standard errors from replicate weights.</summary>
/// <param name="Bootstraps">How many, at least 2; null for the jackknife.</param>
/// <param name="Centre">What the replicates' estimates are held against.</param>
public sealed record ReplicateRequest(int? Bootstraps, int Seed, ReplicateCentre Centre = ReplicateCentre.MeanOfReplicates);
