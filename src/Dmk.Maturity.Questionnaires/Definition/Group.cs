namespace Dmk.Maturity.Questionnaires;

/// <summary>Questions of one section that are asked, and shown, together.</summary>
/// <param name="Title">What stands above them, or null.</param>
/// <param name="When">Asked when true, and the section is; unknown hides.</param>
public sealed record Group(string Id, Text? Title, Expression? When)
{
    /// <summary>Its questions stand in an order drawn for each response; see <see cref="Shuffle"/>.</summary>
    public bool IsShuffled { get; init; }
}
