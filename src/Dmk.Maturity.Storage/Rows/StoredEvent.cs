namespace Dmk.Maturity.Storage;

/// <summary>A step in the life of a response. Only ever appended, and it holds no answers.</summary>
public sealed class StoredEvent
{
    public long Number { get; init; }

    public required string Land { get; init; }

    public required Guid Response { get; init; }

    public required string Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it by kind (company, staff, server), never a name.</summary>
    public required string Actor { get; init; }

    /// <summary>What a kind of step adds, such as the questionnaire versions of a migration; no answers here either.</summary>
    public string? Detail { get; init; }
}
