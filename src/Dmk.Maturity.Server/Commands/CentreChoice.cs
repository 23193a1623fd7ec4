namespace Dmk.Maturity.Server;

/// <summary>What the estimates of replicates are held against.</summary>
internal enum CentreChoice
{
    Replicates,
    Estimate,
}
