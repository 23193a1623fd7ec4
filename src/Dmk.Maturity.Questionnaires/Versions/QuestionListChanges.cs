namespace Dmk.Maturity.Questionnaires;

/// <summary>Which questions came, went and changed: of a questionnaire, or within a roster.</summary>
/// <param name="read">Every name that an expression of the earlier version reads.</param>
internal sealed class QuestionListChanges(
    IReadOnlyList<PlacedQuestion> before,
    IReadOnlyList<PlacedQuestion> after,
    IReadOnlySet<string> read
)
{
    /// <summary>A note that becomes a question is another thing, and the other way round.</summary>
    private readonly Matched<PlacedQuestion> _questions = Matched<PlacedQuestion>.Of(
        before,
        after,
        placed => $"{(placed.IsNote ? "note " : "")}{placed.Question.Id}"
    );

    public IEnumerable<Change> All() =>
        [
            .. _questions.Removed.Select(Removed),
            .. _questions.Added.Select(Added),
            .. TextChanges.OfLabels(
                placed => $"{placed.Where}/text",
                placed => placed.Question.Id,
                placed => placed.Question.Text,
                before.Where(placed => !placed.IsNote),
                _questions
            ),
            .. _questions.Kept.SelectMany(pair => new QuestionChanges(pair.Before, pair.After, read).All()),
        ];

    private static Change Removed(PlacedQuestion placed) =>
        placed.IsNote
            ? new(placed.Where, ChangeKind.NoteRemoved, $"The note '{placed.Question.Id}' is gone.")
            : new(placed.Where, ChangeKind.QuestionRemoved, $"The question '{placed.Question.Id}' is gone.");

    private static Change Added(PlacedQuestion placed) =>
        placed.IsNote
            ? new(placed.Where, ChangeKind.NoteAdded, $"The note '{placed.Question.Id}' is new.")
            : new(
                placed.Where,
                placed.IsRequired ? ChangeKind.RequiredQuestionAdded : ChangeKind.QuestionAdded,
                $"The {(placed.IsRequired ? "required " : "")}question '{placed.Question.Id}' is new."
            );
}
