namespace Dmk.Maturity.Questionnaires;

/// <summary>Keeps a draft to the items that its rosters list: what it holds has an end, and nothing waits unseen.</summary>
public static class ListedItems
{
    private static readonly Dictionary<string, Answer> _noChanges = [];

    /// <summary>Answers among the changes to items that no roster lists once they are stored. Listing an item and answering it may come
    /// together, in any order; taking an answer back is always possible.</summary>
    /// <param name="held">What the draft holds so far.</param>
    public static IEnumerable<AnswerProblem> Unlisted(
        Questionnaire questionnaire,
        Answers held,
        IReadOnlyDictionary<string, Answer> changes
    ) =>
        from change in changes
        where change.Value != Answer.Unanswered
        let variable = questionnaire.Variable(change.Key)
        where variable?.Roster is not null && !Lists(variable, held, changes)
        select new AnswerProblem(change.Key, "unlistedItem", AnswerMessages.UnlistedItem(variable.Roster!));

    /// <summary>The changes, and where they list the items of a roster anew, the answers to items that go: those are taken back with
    /// them.</summary>
    public static IReadOnlyDictionary<string, Answer> WithRemovals(
        Questionnaire questionnaire,
        Answers held,
        IReadOnlyDictionary<string, Answer> changes
    )
    {
        var rosters = changes.Keys.Where(id => questionnaire.Variable(id)?.Question is Question.Roster).ToHashSet(StringComparer.Ordinal);
        if (rosters.Count == 0)
        {
            return changes;
        }

        var gone =
            from one in held.All
            let variable = questionnaire.Variable(one.Key)
            where variable is { Roster: { } roster } && rosters.Contains(roster.Id)
            where !changes.ContainsKey(one.Key) && !Lists(variable, held, changes)
            select KeyValuePair.Create(one.Key, Answer.Unanswered);
        return changes.Concat(gone).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Whether the draft has a place for this variable: one of no roster, or of an item that is listed.</summary>
    public static bool Has(Questionnaire questionnaire, Answers held, string variable) =>
        questionnaire.Variable(variable) is { } known
            ? known.Roster is null || Lists(known, held, _noChanges)
            : questionnaire.Fact(variable) is not null;

    private static bool Lists(Variable variable, Answers held, IReadOnlyDictionary<string, Answer> changes) =>
        changes.GetValueOrDefault(variable.Roster!.Id, held[variable.Roster.Id]) is Answer.Items items
        && items.Ids.Contains(variable.Item, StringComparer.Ordinal);
}
