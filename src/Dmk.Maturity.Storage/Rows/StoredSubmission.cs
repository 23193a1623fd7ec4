namespace Dmk.Maturity.Storage;

/// <summary>A submission: its place in the sequence of its Land and study, its receipt, and the reporting cell it counts in.</summary>
public sealed class StoredSubmission
{
    public required string Land { get; init; }

    public required string Study { get; init; }

    /// <summary>From 1, without gaps, in the order of commits.</summary>
    public required long Sequence { get; init; }

    public required Guid Response { get; init; }

    public required string IdempotencyKey { get; init; }

    public required string ReceiptNumber { get; init; }

    public required string ReceiptHash { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Where it counts, as in BW/manufacturing/S2; the Land may be another one than that of its partition.</summary>
    public required string Cell { get; init; }

    /// <summary>Soft checks that the company confirmed, with its reasons, as a JSON object.</summary>
    public required string Confirmations { get; init; }

    /// <summary>The answers that the study keeps beside the scores, as a JSON array; null where it was submitted before they were
    /// kept.</summary>
    public byte[]? Kept { get; init; }
}
