namespace Dmk.Maturity.Storage;

/// <summary>A drawn company under its pseudonym, with the stratum it was drawn from.</summary>
public sealed class StoredUnit
{
    public required string Land { get; init; }

    public required string Study { get; init; }

    public required string UnitId { get; init; }

    /// <summary>The stratum it was drawn from, as <see cref="StoredStratum.Cell"/>.</summary>
    public required string Stratum { get; init; }

    /// <summary>Null where the frame does not say.</summary>
    public required int? Persons { get; init; }

    /// <summary>In the order of the sample, from 1.</summary>
    public required int Place { get; init; }

    /// <summary>As <see cref="StoredFrameUnit.Wz"/>.</summary>
    public string? Wz { get; init; }

    /// <summary>As <see cref="StoredFrameUnit.Previous"/>.</summary>
    public byte[]? Previous { get; init; }
}
