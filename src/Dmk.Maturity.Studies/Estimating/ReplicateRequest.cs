namespace Dmk.Maturity.Studies;

/// <summary>Standard errors from replicate weights.</summary>
/// <param name="Bootstraps">How many, at least 2; null for the jackknife.</param>
public sealed record ReplicateRequest(int? Bootstraps, int Seed);
