namespace Dmk.Maturity.Storage;

/// <summary>How the sample of a study was drawn: with its file and seed anybody can draw the same one from the same frame.</summary>
public sealed class StoredDraw
{
    public required string Study { get; init; }

    /// <summary>The name of the file with the allocation, without its folder.</summary>
    public required string File { get; init; }

    /// <summary>The text of that file.</summary>
    public required string Source { get; init; }

    /// <summary>SHA-256 over its text, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>proportional, equal, neyman, census or given.</summary>
    public required string Method { get; init; }

    public required int Seed { get; init; }

    public required long Drawn { get; init; }

    public required DateTimeOffset DrawnAt { get; init; }

    /// <summary>As in the audit log.</summary>
    public required string Actor { get; init; }
}
