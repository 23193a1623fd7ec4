namespace Dmk.Maturity.Questionnaires;

/// <summary>A key of an author's file, with what stands behind it.</summary>
/// <param name="Note">What it means, as an editor shows it.</param>
public sealed record Field(string Key, Shape Shape, string Note, bool Required = false)
{
    /// <summary>Whether the schema demands it too; a key that is needed only where another part of the file says so it cannot
    /// demand.</summary>
    public bool IsRequiredInSchema { get; init; } = Required;
}
