namespace Dmk.Maturity.Storage;

/// <summary>The frame of a study as it was imported: from which file, by whom.</summary>
public sealed class StoredFrame
{
    public required string Study { get; init; }

    /// <summary>The file's name, without its folder.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 over the file, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    public required long Units { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>As in the audit log.</summary>
    public required string Actor { get; init; }
}
