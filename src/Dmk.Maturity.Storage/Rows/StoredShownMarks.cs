namespace Dmk.Maturity.Storage;

/// <summary>Up to which submission readers other than operators see each cell of a study.</summary>
public sealed class StoredShownMarks
{
    public required string Study { get; init; }

    /// <summary>Grows with every change of what is shown.</summary>
    public required long Version { get; init; }

    public required byte[] Marks { get; init; }

    /// <summary>How many respondents have been shown by questionnaire version, as JSON; null in a state that an earlier server
    /// stored.</summary>
    public byte[]? VersionMix { get; init; }
}
