namespace Dmk.Maturity.Storage;

/// <summary>A company of a frame under its pseudonym, drawn or not.</summary>
public sealed class StoredFrameUnit
{
    public required string Study { get; init; }

    public required string UnitId { get; init; }

    /// <summary>As <see cref="StoredStratum.Cell"/>.</summary>
    public required string Stratum { get; init; }

    /// <summary>Null where the frame does not say.</summary>
    public required int? Persons { get; init; }

    /// <summary>Code of the WZ, as its classification writes it; null where the frame does not say.</summary>
    public required string? Wz { get; init; }

    /// <summary>Answers of the wave before under the ids of facts (<c>previous.turnover</c>), in the form of answers; null without
    /// any.</summary>
    public required byte[]? Previous { get; init; }
}
