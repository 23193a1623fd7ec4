namespace Dmk.Maturity.Questionnaires;

/// <summary>Changes of one question that is in both versions.</summary>
/// <param name="takenTogether">Whether an expression reads the question with all its parts.</param>
internal sealed class QuestionChanges(PlacedQuestion before, PlacedQuestion after, bool takenTogether)
{
    private readonly string _where = after.Where;

    public IEnumerable<Change> All() => before.IsNote ? OfNote() : [.. OfPlace(), .. TextChanges.Of($"{_where}/", "help", before.Question.Help, after.Question.Help), .. OfDemand(), .. OfType()];

    private IEnumerable<Change> OfNote()
    {
        if (before.Section.Id != after.Section.Id || LimitChanges.Differ(before.Question.When, after.Question.When))
        {
            yield return new(_where, ChangeKind.TextChanged, $"The note '{after.Question.Id}' is shown elsewhere, or under another condition.");
        }

        foreach (var change in TextChanges.Of($"{_where}/", "help", before.Question.Help, after.Question.Help))
        {
            yield return change;
        }
    }

    private IEnumerable<Change> OfPlace()
    {
        if (before.Section.Id != after.Section.Id)
        {
            var kind = LimitChanges.Differ(before.Section.When, after.Section.When) ? ChangeKind.RoutingChanged : ChangeKind.QuestionMoved;
            yield return new(_where, kind, $"'{after.Question.Id}' was in the section '{before.Section.Id}' and is in '{after.Section.Id}'{(kind == ChangeKind.QuestionMoved ? "" : ", which has another condition")}.");
        }

        if (LimitChanges.Differ(before.Question.When, after.Question.When))
        {
            yield return new($"{_where}/when", ChangeKind.RoutingChanged, LimitChanges.Condition(after.Question.Id, before.Question.When, after.Question.When));
        }
    }

    /// <summary>Whether it must be answered, and with what reasons it need not be.</summary>
    private IEnumerable<Change> OfDemand()
    {
        if (before.IsRequired != after.IsRequired)
        {
            yield return new($"{_where}/required", after.IsRequired ? ChangeKind.RequiredAdded : ChangeKind.RequiredRemoved, $"'{after.Question.Id}' {(after.IsRequired ? "must be answered now" : "need not be answered any more")}.");
        }

        var reasons = Matched<MissingReason>.Of(before.Question.Missing, after.Question.Missing, ReasonWords.Of);
        foreach (var reason in reasons.Removed)
        {
            yield return new($"{_where}/missing.{ReasonWords.Of(reason)}", ChangeKind.ReasonWithdrawn, $"'{after.Question.Id}' does not offer '{ReasonWords.Of(reason)}' any more.");
        }

        foreach (var reason in reasons.Added)
        {
            yield return new($"{_where}/missing.{ReasonWords.Of(reason)}", ChangeKind.ReasonAdded, $"'{after.Question.Id}' offers '{ReasonWords.Of(reason)}' now.");
        }

        if (reasons.Reordered)
        {
            yield return new($"{_where}/missing", ChangeKind.Reordered, "The reasons for not answering stand in another order.");
        }
    }

    private IEnumerable<Change> OfType() => (before.Question, after.Question) switch
    {
        (Question.Single old, Question.Single now) => OptionChanges.Of(_where, old.Options, now.Options),
        (Question.Multiple old, Question.Multiple now) =>
        [
            .. OptionChanges.Of(_where, old.Options, now.Options),
            .. LimitChanges.Lower(_where, "minimum", old.Minimum, now.Minimum),
            .. LimitChanges.Upper(_where, "maximum", old.Maximum, now.Maximum),
        ],
        (Question.Grid old, Question.Grid now) =>
        [
            .. OptionChanges.Of(_where, "rows", old.Rows, now.Rows, takenTogether ? ChangeKind.PartAdded : after.IsRequired ? ChangeKind.RequiredRowAdded : ChangeKind.RowAdded),
            .. OptionChanges.Of(_where, old.Options, now.Options),
        ],
        (Question.Numeric old, Question.Numeric now) when old.Kind == now.Kind =>
        [
            .. OfUnit(old.Unit, now.Unit),
            .. LimitChanges.Upper(_where, "decimals", old.Decimals, now.Decimals),
            .. LimitChanges.Lower(_where, "min", old.Min, now.Min),
            .. LimitChanges.Upper(_where, "max", old.Max, now.Max),
        ],
        (Question.SumGroup old, Question.SumGroup now) =>
        [
            .. OptionChanges.Of(_where, "items", old.Items, now.Items, ChangeKind.PartAdded),
            .. OfTotal(old.Total, now.Total),
            .. LimitChanges.Upper(_where, "tolerance", old.Tolerance, now.Tolerance),
            .. OfUnit(old.Unit, now.Unit),
            .. LimitChanges.Upper(_where, "decimals", old.Decimals, now.Decimals),
        ],
        (Question.FreeText old, Question.FreeText now) => LimitChanges.Upper(_where, "maximumLength", old.MaximumLength, now.MaximumLength),
        (Question.Date old, Question.Date now) => [.. LimitChanges.Lower(_where, "from", old.From, now.From), .. LimitChanges.Upper(_where, "to", old.To, now.To)],
        _ => [new($"{_where}/type", ChangeKind.TypeChanged, $"'{after.Question.Id}' was of the type {Type(before.Question)} and is of the type {Type(after.Question)}.")],
    };

    private IEnumerable<Change> OfUnit(Text? old, Text? now)
    {
        if (old != now)
        {
            yield return new($"{_where}/unit", ChangeKind.UnitChanged, $"The unit was {old?.De ?? "none"} and is {now?.De ?? "none"}.");
        }
    }

    private IEnumerable<Change> OfTotal(Expression old, Expression now)
    {
        if (old.Constant != now.Constant || LimitChanges.Differ(old.Constant is null ? old : null, now.Constant is null ? now : null))
        {
            yield return new($"{_where}/total", ChangeKind.TotalChanged, $"The total was {old} and is {now}.");
        }
    }

    private static string Type(Question question) =>
        question is Question.Numeric numeric ? char.ToLowerInvariant(numeric.Kind.ToString()[0]) + numeric.Kind.ToString()[1..] : char.ToLowerInvariant(question.GetType().Name[0]) + question.GetType().Name[1..];
}
