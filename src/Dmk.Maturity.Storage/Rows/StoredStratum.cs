namespace Dmk.Maturity.Storage;

/// <summary>A stratum of a study: how many companies there are and how many were drawn.</summary>
public sealed class StoredStratum
{
    public required string Study { get; init; }

    /// <summary>Land and codes of the study's reporting variables, as in BW/manufacturing/S2.</summary>
    public required string Cell { get; init; }

    public required long Population { get; init; }

    public required long Sampled { get; init; }

    public required int Place { get; init; }
}
