namespace Dmk.Maturity.Questionnaires;

/// <summary>A page of the form.</summary>
/// <param name="Questions">In the order of the file; those of a group stand together and name it.</param>
public sealed record Section(string Id, Text Title, Text? Intro, Expression? When, IReadOnlyList<Question> Questions)
{
    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Group> Groups { get; init; } = [];

    /// <summary>Its questions stand in an order drawn for each response, a group as one block; see <see cref="Shuffle"/>.</summary>
    public bool IsShuffled { get; init; }
}
