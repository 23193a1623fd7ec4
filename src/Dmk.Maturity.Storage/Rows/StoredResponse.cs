namespace Dmk.Maturity.Storage;

/// <summary>One company's answers: the truth from which everything else can be rebuilt.</summary>
public sealed class StoredResponse
{
    public required string Land { get; init; }

    /// <summary>Version 7: in the order of creation.</summary>
    public required Guid Id { get; init; }

    public required string Study { get; init; }

    public required string UnitId { get; init; }

    /// <summary>0 invited, 1 draft, 2 submitted.</summary>
    public required int Status { get; init; }

    public required long Revision { get; init; }

    /// <summary>Canonical JSON.</summary>
    public required byte[] Answers { get; init; }

    /// <summary>When each variable was last changed; null once submitted.</summary>
    public byte[]? Changes { get; init; }

    /// <summary>Soft checks that the company has confirmed so far, with its reasons, as a JSON object; null where there are none.</summary>
    public string? Confirmations { get; init; }

    /// <summary>The version that its answers are answers to: of a draft the one it was begun with or has migrated to, of a submission the
    /// one it was submitted with.</summary>
    public required string QuestionnaireId { get; init; }

    public required string QuestionnaireVersion { get; init; }

    public required string QuestionnaireHash { get; init; }
}
