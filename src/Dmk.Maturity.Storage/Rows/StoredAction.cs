namespace Dmk.Maturity.Storage;

/// <summary>What a member of staff did, as the audit log keeps it. Only ever appended; it holds no code, token or answer.</summary>
public sealed class StoredAction
{
    /// <summary>Rises by one with each entry; the first is 1.</summary>
    public long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it: a token's role and id, or the command line with the name that the system has for whoever typed.</summary>
    public required string Actor { get; init; }

    /// <summary>What was done, in one word as in token.create.</summary>
    public required string Action { get; init; }

    /// <summary>The study it was done to; null where it concerns none.</summary>
    public string? Study { get; init; }

    /// <summary>What it was done to, such as a token's id or a version; null where the study says it all.</summary>
    public string? Subject { get; init; }

    /// <summary>done, refused or failed.</summary>
    public required string Outcome { get; init; }
}
