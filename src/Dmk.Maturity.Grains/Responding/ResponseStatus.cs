namespace Dmk.Maturity.Grains;

/// <summary>Where a response stands in its life.</summary>
public enum ResponseStatus
{
    Invited,
    Draft,
    Submitted,
}
