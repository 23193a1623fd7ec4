namespace Dmk.Maturity.Questionnaires;

/// <summary>Changes of sections, and which questions came, went, moved.</summary>
internal sealed class SectionChanges(Questionnaire before, Questionnaire after)
{
    private readonly Matched<Section> _sections = Matched<Section>.Of(before.Sections, after.Sections, section => section.Id);

    /// <summary>A note that becomes a question is another thing, and the other way round.</summary>
    private readonly Matched<PlacedQuestion> _questions = Matched<PlacedQuestion>.Of(
        PlacedQuestion.Of(before), PlacedQuestion.Of(after), placed => $"{(placed.IsNote ? "note " : "")}{placed.Question.Id}");

    public IEnumerable<Change> All() =>
    [
        .. _sections.Removed.Select(section => new Change($"sections.{section.Id}", ChangeKind.SectionRemoved, $"The section '{section.Id}' is gone.")),
        .. _sections.Added.Select(section => new Change($"sections.{section.Id}", ChangeKind.SectionAdded, $"The section '{section.Id}' is new.")),
        .. _sections.Reordered ? [new Change("sections", ChangeKind.Reordered, "The sections stand in another order.")] : Array.Empty<Change>(),
        .. _sections.Kept.SelectMany(pair => OfSection(pair.Before, pair.After)),
        .. _questions.Removed.Select(Removed),
        .. _questions.Added.Select(Added),
        .. TextChanges.OfLabels(
            placed => $"{placed.Where}/text", placed => placed.Question.Id, placed => placed.Question.Text, PlacedQuestion.Of(before).Where(placed => !placed.IsNote), _questions),
        .. OfKept(),
    ];

    private static IEnumerable<Change> OfSection(Section old, Section now)
    {
        var where = $"sections.{now.Id}";
        if (LimitChanges.Differ(old.When, now.When))
        {
            yield return new($"{where}/when", ChangeKind.RoutingChanged, LimitChanges.Condition(now.Id, old.When, now.When));
        }

        if (Matched<Question>.Of(old.Questions, now.Questions, question => question.Id).Reordered)
        {
            yield return new($"{where}/questions", ChangeKind.Reordered, $"The questions of '{now.Id}' stand in another order.");
        }

        foreach (var change in TextChanges.Of($"{where}/", "title", old.Title, now.Title).Concat(TextChanges.Of($"{where}/", "intro", old.Intro, now.Intro)))
        {
            yield return change;
        }
    }

    private static Change Removed(PlacedQuestion placed) => placed.IsNote
        ? new(placed.Where, ChangeKind.NoteRemoved, $"The note '{placed.Question.Id}' is gone.")
        : new(placed.Where, ChangeKind.QuestionRemoved, $"The question '{placed.Question.Id}' is gone.");

    private static Change Added(PlacedQuestion placed) => placed.IsNote
        ? new(placed.Where, ChangeKind.NoteAdded, $"The note '{placed.Question.Id}' is new.")
        : new(placed.Where, placed.IsRequired ? ChangeKind.RequiredQuestionAdded : ChangeKind.QuestionAdded, $"The {(placed.IsRequired ? "required " : "")}question '{placed.Question.Id}' is new.");

    private IEnumerable<Change> OfKept()
    {
        var read = ReadBy(before).ToHashSet(StringComparer.Ordinal);
        return _questions.Kept.SelectMany(pair => new QuestionChanges(pair.Before, pair.After, read.Contains(pair.Before.Question.Id)).All());
    }

    /// <summary>Every name that an expression of the questionnaire reads. A grid that is read by its own name is read with all its rows.</summary>
    private static IEnumerable<string> ReadBy(Questionnaire questionnaire) =>
        questionnaire.Sections.Select(section => section.When)
            .Concat(questionnaire.Sections.SelectMany(section => section.Questions).SelectMany(Expressions))
            .Concat(questionnaire.Computed.Select(one => one.Value))
            .Concat(questionnaire.Checks.Select(check => check.Must))
            .OfType<Expression>()
            .SelectMany(expression => expression.Reads);

    private static IEnumerable<Expression?> Expressions(Question question) => question switch
    {
        Question.Numeric numeric => [question.When, numeric.Min, numeric.Max],
        Question.SumGroup group => [question.When, group.Total],
        _ => [question.When],
    };
}
