namespace Dmk.Maturity.Questionnaires;

/// <summary>The smallest part that can be answered.</summary>
/// <param name="Id"><c>question</c>, <c>question.row</c>, <c>question.option</c> for "please specify", or <c>roster[item].question</c>
/// and so on
/// for an item of a roster.</param>
/// <param name="Part">The row or item it belongs to, or null.</param>
/// <param name="Index">Its place in <see cref="Questionnaire.Variables"/>; of variables in a roster a place behind all of those, the same
/// for every item.</param>
/// <param name="Specify">The option whose "please specify" it is, or null.</param>
public sealed record Variable(string Id, Question Question, Section Section, Row? Part, int Index, Option? Specify = null)
{
    /// <summary>The roster whose items have it, or null.</summary>
    public Question.Roster? Roster { get; init; }

    /// <summary>The id of its question; within a roster with the item, as in <c>sites[k3f9x2].skills</c>.</summary>
    public string QuestionId => Item is null ? Question.Id : ItemId.Variable(Roster!.Id, Item, Question.Id);

    /// <summary>The id of the item, or null: outside of rosters, and in the template that all items share.</summary>
    public string? Item { get; init; }
}
