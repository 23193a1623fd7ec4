namespace Dmk.Maturity.Questionnaires;

/// <summary>Answers of questions on the path that are kept and do not count, as the other answers take the chosen option out of the offer
/// or the row off the path. They forbid no submission; the company is told of each.</summary>
/// <remarks>A draft may hold them: with another answer they count again.</remarks>
public static class NotOffered
{
    public const string Code = "notOffered";

    /// <returns>In the order of the questions.</returns>
    public static IReadOnlyList<AnswerProblem> In(Showing showing) =>
        [
            .. from section in showing.Interview.Questionnaire.Sections
            from place in Places(section, showing.Interview)
            from problem in Options(place, showing).Concat(Rows(place, showing))
            select problem,
        ];

    /// <summary>As a page shows them: a row that is not asked has no field there, so that its question tells it.</summary>
    public static IReadOnlyList<AnswerProblem> OnPage(Section section, Showing showing) =>
        [.. Places(section, showing.Interview).SelectMany(place => Options(place, showing).Concat(RowsOnPage(place, showing)))];

    /// <summary>Questions that are asked and of which something is offered under a condition.</summary>
    private static IEnumerable<Place> Places(Section section, Interview interview) =>
        from question in section.Questions
        where interview.IsAsked(question)
        from place in question is Question.Roster roster
            ? from item in interview.ItemsOf(roster)
            from inner in roster.Questions
            where IsConditional(inner) && interview.IsAsked(inner, item)
            select new Place(inner, ItemId.Variable(roster.Id, item, inner.Id), item)
            : Enumerable.Repeat(new Place(question, question.Id, null), IsConditional(question) ? 1 : 0)
        select place;

    private static bool IsConditional(Question question) => question.OptionsWhen.Count > 0 || question.PartsWhen.Count > 0;

    private static IEnumerable<AnswerProblem> Options(Place place, Showing showing) =>
        KeptCode
            .Of(place.Question, place.Id, showing, place.Item)
            .GroupBy(kept => kept.Variable, StringComparer.Ordinal)
            .Select(kept => new AnswerProblem(kept.Key, Code, AnswerMessages.OptionsNotOffered([.. kept.Select(one => one.Label)])));

    private static IEnumerable<AnswerProblem> Rows(Place place, Showing showing) =>
        AnsweredRows(place, showing)
            .Select(row => new AnswerProblem(
                $"{place.Id}.{row.Id}",
                Code,
                AnswerMessages.RowNotOffered(showing.Say(row.Label, place.Item))
            ));

    private static IEnumerable<AnswerProblem> RowsOnPage(Place place, Showing showing)
    {
        var rows = AnsweredRows(place, showing).Select(row => showing.Say(row.Label, place.Item)).ToList();
        return rows.Count == 0 ? [] : [new AnswerProblem(place.Id, Code, AnswerMessages.RowsNotOnPage(rows))];
    }

    /// <summary>Rows that are not asked and have an answer.</summary>
    private static IEnumerable<Row> AnsweredRows(Place place, Showing showing) =>
        place.Question.PartsWhen.Count == 0
            ? []
            : place
                .Question.Parts.Except(showing.Interview.RowsOf(place.Question, place.Item))
                .Where(row =>
                    showing.Interview.Answers[$"{place.Id}.{row.Id}"]
                        is not Answer.Missing { Reason: MissingReason.Unanswered or MissingReason.NotAsked }
                );

    /// <param name="Id">Within a roster with the item.</param>
    private sealed record Place(Question Question, string Id, string? Item);
}
