namespace Dmk.Maturity.Server;

/// <summary>How far weights may go.</summary>
internal enum DistanceChoice
{
    Linear,
    Raking,
    Logit,
    ClippedLinear,
    ClippedRaking,
}
