using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Changes of one question that is in both versions, its text aside.</summary>
/// <param name="read">Every name that an expression of the earlier version reads.</param>
internal sealed class QuestionChanges(PlacedQuestion before, PlacedQuestion after, IReadOnlySet<string> read)
{
    private readonly string _where = after.Where;

    private string Id => after.Question.Id;

    public IEnumerable<Change> All() =>
        before.IsNote ? [.. OfNote(), .. OfHelp()] : [.. OfPlace(), .. OfHelp(), .. OfDemand(), .. OfReasons(), .. OfParts(), .. OfType()];

    /// <summary>Where a note is shown changes no answer.</summary>
    private IEnumerable<Change> OfNote()
    {
        if (before.Place != after.Place || LimitChanges.Differ(before.Question.When, after.Question.When))
        {
            yield return new(_where, ChangeKind.TextChanged, $"The note '{Id}' is shown elsewhere, or under another condition.");
        }
    }

    private IEnumerable<Change> OfHelp() => TextChanges.Of($"{_where}/", "help", before.Question.Help, after.Question.Help);

    private IEnumerable<Change> OfPlace()
    {
        if (before.Place != after.Place)
        {
            var under = after.IsUnderTheConditionsOf(before);
            yield return new(
                _where,
                under ? ChangeKind.QuestionMoved : ChangeKind.RoutingChanged,
                $"'{Id}' was in {before.Place} and is in {after.Place}{(under ? "" : ", under other conditions")}."
            );
        }

        foreach (var change in LimitChanges.Condition($"{_where}/when", Id, before.Question.When, after.Question.When))
        {
            yield return change;
        }
    }

    /// <summary>Whether it must be answered, and with what it begins.</summary>
    private IEnumerable<Change> OfDemand()
    {
        if (before.IsRequired != after.IsRequired)
        {
            yield return new(
                $"{_where}/required",
                after.IsRequired ? ChangeKind.RequiredAdded : ChangeKind.RequiredRemoved,
                $"'{Id}' {(after.IsRequired ? "must be answered now" : "need not be answered any more")}."
            );
        }

        if (before.Question.Prefill != after.Question.Prefill)
        {
            yield return new(
                $"{_where}/prefill",
                ChangeKind.PrefillChanged,
                $"'{Id}' began with {Frame(before.Question)} and begins with {Frame(after.Question)}."
            );
        }
    }

    private IEnumerable<Change> OfReasons()
    {
        var reasons = Matched<MissingReason>.Of(before.Question.Missing, after.Question.Missing, ReasonWords.Of);
        foreach (var reason in reasons.Removed)
        {
            yield return new(
                $"{_where}/missing.{ReasonWords.Of(reason)}",
                ChangeKind.ReasonWithdrawn,
                $"'{Id}' does not offer '{ReasonWords.Of(reason)}' any more."
            );
        }

        foreach (var reason in reasons.Added)
        {
            yield return new(
                $"{_where}/missing.{ReasonWords.Of(reason)}",
                ChangeKind.ReasonAdded,
                $"'{Id}' offers '{ReasonWords.Of(reason)}' now."
            );
        }

        if (reasons.Reordered)
        {
            yield return new($"{_where}/missing", ChangeKind.Reordered, "The reasons for not answering stand in another order.");
        }
    }

    /// <summary>When its options and rows are offered.</summary>
    private IEnumerable<Change> OfParts() =>
        [
            .. OfParts("options", before.Question.OptionsWhen, after.Question.OptionsWhen, after.Question.Choices.Select(one => one.Code)),
            .. OfParts(
                after.Question is Question.SumGroup ? "items" : "rows",
                before.Question.PartsWhen,
                after.Question.PartsWhen,
                after.Question.Parts.Select(one => one.Id)
            ),
        ];

    private IEnumerable<Change> OfParts(
        string list,
        IReadOnlyDictionary<string, Expression> old,
        IReadOnlyDictionary<string, Expression> now,
        IEnumerable<string> ids
    ) =>
        ids.SelectMany(id =>
            LimitChanges.Condition($"{_where}/{list}.{id}/when", id, old.GetValueOrDefault(id), now.GetValueOrDefault(id))
        );

    private IEnumerable<Change> OfType() =>
        (before.Question, after.Question) switch
        {
            (Question.Single old, Question.Single now) => OfOptions(old, now),
            (Question.Multiple old, Question.Multiple now) =>
            [
                .. OfOptions(old, now),
                .. LimitChanges.Lower(_where, "minimum", old.Minimum, now.Minimum),
                .. LimitChanges.Upper(_where, "maximum", old.Maximum, now.Maximum),
            ],
            (Question.Grid old, Question.Grid now) when old.Several == now.Several =>
            [
                .. OptionChanges.Of(_where, "rows", old.Rows, now.Rows, RowAdded),
                .. OptionChanges.OfShuffle(_where, "rows", old.RowsAreShuffled, now.RowsAreShuffled),
                .. OfOptions(old, now),
            ],
            (Question.CodeSearch old, Question.CodeSearch now) when old.Classification.Id != now.Classification.Id =>
            [
                new(
                    $"{_where}/codelist",
                    ChangeKind.ClassificationChanged,
                    $"The codes of '{Id}' were those of '{old.Classification.Id}' and are those of '{now.Classification.Id}'."
                ),
            ],
            (Question.CodeSearch old, Question.CodeSearch now) => OfOptions(old, now),
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
            (Question.FreeText old, Question.FreeText now) =>
            [
                .. LimitChanges.Lower(_where, "minimumLength", old.MinimumLength, now.MinimumLength),
                .. LimitChanges.Upper(_where, "maximumLength", old.MaximumLength, now.MaximumLength),
                .. LimitChanges.Form(_where, "format", Format(old), Format(now)),
                .. LimitChanges.Form(_where, "pattern", old.Pattern?.Source, now.Pattern?.Source),
                .. TextChanges.Of($"{_where}/", "patternMessage", old.PatternMessage, now.PatternMessage),
            ],
            (Question.Date old, Question.Date now) =>
            [
                .. LimitChanges.Lower(_where, "from", old.From, now.From),
                .. LimitChanges.Upper(_where, "to", old.To, now.To),
            ],
            (Question.Period old, Question.Period now) =>
            [
                .. LimitChanges.Lower(_where, "from", old.From, now.From),
                .. LimitChanges.Upper(_where, "to", old.To, now.To),
                .. LimitChanges.Lower(_where, "minimumDays", old.MinimumDays, now.MinimumDays),
                .. LimitChanges.Upper(_where, "maximumDays", old.MaximumDays, now.MaximumDays),
            ],
            (Question.Roster old, Question.Roster now) => OfRoster(old, now),
            (
                Question.Single
                    or Question.Multiple
                    or Question.Grid
                    or Question.CodeSearch
                    or Question.Numeric
                    or Question.SumGroup
                    or Question.FreeText
                    or Question.Date
                    or Question.Period
                    or Question.Roster
                    or Question.Note,
                _
            ) =>
            [
                new(
                    $"{_where}/type",
                    ChangeKind.TypeChanged,
                    $"'{Id}' was of the type {Type(before.Question)} and is of the type {Type(after.Question)}."
                ),
            ],
            _ => throw new UnreachableException(before.Question.GetType().Name),
        };

    private static string? Format(Question.FreeText question) =>
        question.Format == TextFormat.Plain ? null : TextForms.WordOf(question.Format);

    private ChangeKind RowAdded =>
        read.Contains(before.Question.Id) ? ChangeKind.PartAdded
        : after.IsRequired ? ChangeKind.RequiredRowAdded
        : ChangeKind.RowAdded;

    private IEnumerable<Change> OfOptions(Question old, Question now) =>
        [
            .. OptionChanges.Of(_where, old.Choices, now.Choices),
            .. OptionChanges.OfShuffle(_where, "options", old.OptionsAreShuffled, now.OptionsAreShuffled),
        ];

    private IEnumerable<Change> OfRoster(Question.Roster old, Question.Roster now)
    {
        var (earlier, later) = (PlacedQuestion.Of(before.Section, old).ToArray(), PlacedQuestion.Of(after.Section, now).ToArray());
        return
        [
            .. LimitChanges.Lower(_where, "minimum", old.Minimum, now.Minimum),
            .. LimitChanges.Upper(_where, "maximum", old.Maximum, now.Maximum),
            .. TextChanges.Of($"{_where}/", "item", old.ItemLabel, now.ItemLabel),
            .. Matched<PlacedQuestion>.Of(earlier, later, placed => placed.Question.Id).Reordered
                ? [new($"{_where}/questions", ChangeKind.Reordered, $"The questions of '{Id}' stand in another order.")]
                : Array.Empty<Change>(),
            .. new QuestionListChanges(earlier, later, read).All(),
            .. RuleChanges.Of(old.Computed, now.Computed),
        ];
    }

    /// <summary>A unit that keeps its name in one of two languages is the same unit, spelled or translated better.</summary>
    private IEnumerable<Change> OfUnit(Text? old, Text? now) =>
        old is not null && now is not null && (old.De == now.De) != (old.En == now.En) ? TextChanges.Of($"{_where}/", "unit", old, now)
        : old != now ? [new($"{_where}/unit", ChangeKind.UnitChanged, $"The unit was {old?.De ?? "none"} and is {now?.De ?? "none"}.")]
        : [];

    private IEnumerable<Change> OfTotal(Expression old, Expression now)
    {
        if (old.Constant is null || now.Constant is null ? LimitChanges.Differ(old, now) : old.Constant != now.Constant)
        {
            yield return new($"{_where}/total", ChangeKind.TotalChanged, $"The total was {old} and is {now}.");
        }
    }

    private static string Frame(Question question) => question.Prefill is { } field ? $"the frame's {Prefill.KeyOf(field)}" : "nothing";

    private static string Type(Question question) =>
        question switch
        {
            Question.Numeric numeric => LowerFirst(numeric.Kind.ToString()),
            Question.Grid { Several: true } => "grid with several options for each row",
            Question.FreeText => "text",
            Question.Single
            or Question.Multiple
            or Question.Grid
            or Question.CodeSearch
            or Question.SumGroup
            or Question.Date
            or Question.Period
            or Question.Roster
            or Question.Note => LowerFirst(question.GetType().Name),
            _ => throw new UnreachableException(question.GetType().Name),
        };

    private static string LowerFirst(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
