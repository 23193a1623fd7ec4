namespace Dmk.Maturity.Questionnaires;

/// <summary>Questions of one section, or of the items of one roster, that are asked, and shown, together.</summary>
/// <param name="Title">What stands above them, or null.</param>
/// <param name="When">Asked when true, and what it stands in is; unknown hides.</param>
public sealed record Group(string Id, Text? Title, Expression? When)
{
    /// <summary>Its questions stand in an order drawn for each response; see <see cref="Shuffle"/>.</summary>
    public bool IsShuffled { get; init; }

    /// <summary>The group that it stands in, or null.</summary>
    public Group? Outer { get; init; }

    /// <summary>The groups that it stands in, the outermost first, and itself.</summary>
    public IReadOnlyList<Group> Path => Outer is null ? [this] : [.. Outer.Path, this];
}
