using System.Security.Cryptography;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>An item that is added to a roster or taken from it: done on the list as it is stored, so that two persons who add items have
/// both of them.</summary>
/// <param name="Removed">The id of the item that goes; null where one is added.</param>
internal sealed record RosterChange(Question.Roster Roster, string? Removed)
{
    /// <summary>Of where a form leads after the change: before the item, or the roster where an item has gone.</summary>
    public const string Done = "done:";

    /// <summary>Easily told apart, and never an offensive word.</summary>
    private const string Letters = "bcdfghjkmnpqrstvwxz23456789";

    private const int Length = 8;

    /// <summary>Others may save in between; nobody does so again and again.</summary>
    private const int MostAttempts = 5;

    /// <returns>Null where the button is another one, or its roster is not in the questionnaire.</returns>
    public static RosterChange? Of(Questionnaire questionnaire, string go)
    {
        if (go.StartsWith(FieldNames.Add, StringComparison.Ordinal))
        {
            return questionnaire.Question(go[FieldNames.Add.Length..]) is Question.Roster roster ? new(roster, null) : null;
        }

        var item = go.StartsWith(FieldNames.Removed, StringComparison.Ordinal)
            ? go[FieldNames.Removed.Length..].TrimEnd(']').Split('[')
            : [];
        return item is [var id, var removed] && questionnaire.Question(id) is Question.Roster from ? new(from, removed) : null;
    }

    /// <returns>What is stored then, and where to look: the new item, or the roster.</returns>
    public async Task<(ResponseState State, string Place)> Save(Visit visit)
    {
        var drawn = RandomNumberGenerator.GetString(Letters, Length);
        var state = visit.State;
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var before = (state.Answers[Roster.Id] as Answer.Items)?.Ids ?? [];
            IReadOnlyList<string> after = Removed is null ? [.. before, drawn] : [.. before.Where(id => id != Removed)];
            if (after.Count == before.Count || after.Count > Roster.Maximum)
            {
                break;
            }

            var answer = after.Count == 0 ? Answer.Unanswered : new Answer.Items(after);
            switch (await visit.Response.Save(state.Revision, new Dictionary<string, Answer> { [Roster.Id] = answer }))
            {
                case SaveOutcome.Saved saved:
                    return (saved.State, Removed is null ? FieldNames.Item(Roster.Id, drawn) : Roster.Id);
                case SaveOutcome.Conflicting conflict:
                    state = conflict.State;
                    break;
                default:
                    return (state, Roster.Id);
            }
        }

        return (state, Roster.Id);
    }
}
