namespace Dmk.Maturity.Storage;

/// <summary>A stratum of a study: how many companies there are and how many were drawn.</summary>
public sealed class StoredStratum
{
    public required string Study { get; init; }

    public required string Land { get; init; }

    public required string Sector { get; init; }

    public required string Size { get; init; }

    public required long Population { get; init; }

    public required long Sampled { get; init; }

    public required int Place { get; init; }
}
