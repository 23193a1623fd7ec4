using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Whether an answer is possible for a variable, looked at alone.</summary>
internal static class PossibleAnswer
{
    /// <summary>Characters in "please specify".</summary>
    public const int SpecifyMaximumLength = 200;

    /// <returns>Null when it is possible.</returns>
    public static AnswerProblem? Check(Variable variable, Answer answer)
    {
        var problem =
            answer is Answer.Missing missing ? Reason(variable, missing.Reason)
            : variable.Specify is not null ? Words(answer, SpecifyMaximumLength)
            : Value(variable, answer);
        return problem is var (code, message) ? new(variable.Id, code, message) : null;
    }

    /// <returns>The code of what is wrong; null within the bounds, both included. A bound that is missing does not bind.</returns>
    public static string? Outside(decimal value, decimal? minimum, decimal? maximum) =>
        value < minimum ? "belowMinimum"
        : value > maximum ? "aboveMaximum"
        : null;

    private static (string, Text)? Reason(Variable variable, MissingReason reason) =>
        reason == MissingReason.Unanswered || (variable.Specify is null && variable.Question.Missing.Contains(reason))
            ? null
            : ("reasonNotOffered", AnswerMessages.ReasonNotOffered);

    private static (string, Text)? Value(Variable variable, Answer answer) =>
        (variable.Question, answer) switch
        {
            (Question.Single single, Answer.Coded coded) => Known(single.Options, coded.Code),
            (Question.Grid { Several: false } grid, Answer.Coded coded) => Known(grid.Options, coded.Code),
            (Question.Grid { Several: true } grid, Answer.CodedSet set) => Ticks(grid, grid.Options, set.Codes, null, null),
            (Question.Multiple multiple, Answer.CodedSet set) => Ticks(
                multiple,
                multiple.Options,
                set.Codes,
                multiple.Minimum,
                multiple.Maximum
            ),
            (Question.CodeSearch search, Answer.Coded coded) => search.CanBeChosen(coded.Code)
                ? null
                : ("unknownOption", AnswerMessages.NotSelectable(coded.Code)),
            (Question.Numeric numeric, Answer.Number number) => Number(
                number.Value,
                numeric.Decimals,
                numeric.Min?.Constant,
                numeric.Max?.Constant
            ),
            (Question.SumGroup, Answer.Number { Value: < 0 } number) => (
                "belowMinimum",
                AnswerMessages.NegativePart(variable.Part!.Label, number.Value)
            ),
            (Question.SumGroup group, Answer.Number number) => Number(number.Value, group.Decimals, null, null),
            (Question.FreeText text, _) => Words(answer, text.MaximumLength) ?? Form(text, (answer as Answer.Words)?.Value ?? ""),
            (Question.Date date, Answer.Day day) => Day(day.Value, date.From?.ConstantDay, date.To?.ConstantDay),
            (Question.Period asked, Answer.Period period) => Period(asked, period),
            (Question.Roster roster, Answer.Items items) => Items(roster, items.Ids),
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
            ) => ("wrongType", AnswerMessages.WrongType(variable.Question)),
            _ => throw new UnreachableException(variable.Question.GetType().Name),
        };

    /// <returns>Null within the bounds, both included. A bound that is missing does not bind.</returns>
    public static (string, Text)? Day(DateOnly day, DateOnly? from, DateOnly? to) =>
        day < from ? ("belowMinimum", AnswerMessages.TooEarly(from.Value))
        : day > to ? ("aboveMaximum", AnswerMessages.TooLate(to.Value))
        : null;

    /// <inheritdoc cref="Day"/>
    public static (string, Text)? Within(Answer.Period period, DateOnly? from, DateOnly? to) =>
        period.From < from ? ("belowMinimum", AnswerMessages.BeginsTooEarly(from.Value))
        : period.To > to ? ("aboveMaximum", AnswerMessages.EndsTooLate(to.Value))
        : null;

    private static (string, Text)? Period(Question.Period question, Answer.Period period)
    {
        if (period.To < period.From)
        {
            return ("endsBeforeItBegins", AnswerMessages.EndsBeforeItBegins);
        }

        var days = period.To.DayNumber - period.From.DayNumber + 1;
        return Within(period, question.From?.ConstantDay, question.To?.ConstantDay)
            ?? (
                days < question.MinimumDays ? ("tooShort", AnswerMessages.TooFewDays(question.MinimumDays.Value, days))
                : days > question.MaximumDays ? ("tooManyDays", AnswerMessages.TooManyDays(question.MaximumDays.Value, days))
                : null
            );
    }

    private static (string, Text)? Form(Question.FreeText question, string text) =>
        Characters.In(text) is var count && count < question.MinimumLength
            ? ("tooShort", AnswerMessages.TooShort(question.MinimumLength, count))
        : !TextForms.Has(question.Format, text) ? ("wrongForm", AnswerMessages.WrongForm(question.Format))
        : question.Pattern?.IsMatch(text) == false ? ("wrongForm", question.PatternMessage!)
        : null;

    /// <summary>Too few items are no mistake of a draft: they are added one by one.</summary>
    private static (string, Text)? Items(Question.Roster question, IReadOnlyList<string> ids) =>
        ids.Count > question.Maximum ? ("tooManyItems", AnswerMessages.TooManyItems(question.Maximum, ids.Count))
        : ids.Any(id => !ItemId.IsWellFormed(id)) || ids.Distinct(StringComparer.Ordinal).Count() < ids.Count
            ? ("wrongType", AnswerMessages.WrongItems)
        : null;

    private static (string, Text)? Known(IReadOnlyList<Option> options, string code) =>
        IsKnown(options, code) ? null : ("unknownOption", AnswerMessages.UnknownOption(code));

    private static bool IsKnown(IReadOnlyList<Option> options, string code)
    {
        for (var i = 0; i < options.Count; i++)
        {
            if (options[i].Code == code)
            {
                return true;
            }
        }

        return false;
    }

    private static (string, Text)? Ticks(
        Question question,
        IReadOnlyList<Option> options,
        IReadOnlyList<string> codes,
        int? minimum,
        int? maximum
    )
    {
        if (codes.Count == 0 || HasTwice(codes))
        {
            return ("wrongType", AnswerMessages.WrongType(question));
        }

        for (var i = 0; i < codes.Count; i++)
        {
            if (!IsKnown(options, codes[i]))
            {
                return ("unknownOption", AnswerMessages.UnknownOption(codes[i]));
            }
        }

        for (var i = 0; i < options.Count; i++)
        {
            if (options[i].Exclusive && codes.Contains(options[i].Code))
            {
                return codes.Count == 1 ? null : ("exclusiveOption", AnswerMessages.ExclusiveOption(options[i]));
            }
        }

        return codes.Count < minimum ? ("tooFewOptions", AnswerMessages.TooFewOptions(minimum.Value))
            : codes.Count > maximum ? ("tooManyOptions", AnswerMessages.TooManyOptions(maximum.Value))
            : null;
    }

    private static bool HasTwice(IReadOnlyList<string> codes)
    {
        if (codes.Count > 20)
        {
            return codes.Distinct(StringComparer.Ordinal).Count() < codes.Count;
        }

        for (var i = 1; i < codes.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (codes[i] == codes[j])
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static (string, Text)? Number(decimal value, int decimals, decimal? minimum, decimal? maximum)
    {
        if (Outside(value, minimum, maximum) is { } code)
        {
            return (code, AnswerMessages.Outside(value, minimum, maximum, null));
        }

        return decimal.Round(value, decimals) != value ? ("tooManyDecimals", AnswerMessages.TooManyDecimals(value, decimals))
            : NumberBound.Holds(value) ? null
            : ("tooLarge", AnswerMessages.TooLarge);
    }

    private static (string, Text)? Words(Answer answer, int maximumLength) =>
        answer switch
        {
            Answer.Words words when string.IsNullOrWhiteSpace(Invisible.Dropped(words.Value)) => ("wrongType", AnswerMessages.Blank),
            Answer.Words words when Characters.In(words.Value) is var count && count > maximumLength => (
                "tooLong",
                AnswerMessages.TooLong(maximumLength, count)
            ),
            Answer.Words words when words.Value.Any(IsUnprintable) || !IsWellFormed(words.Value) => (
                "wrongType",
                AnswerMessages.Unprintable
            ),
            Answer.Words => null,
            Answer.Coded
            or Answer.CodedSet
            or Answer.Number
            or Answer.Day
            or Answer.Period
            or Answer.Items
            or Answer.Missing
            or Answer.EachItem => ("wrongType", AnswerMessages.WordsWanted),
            _ => throw new UnreachableException(answer.GetType().Name),
        };

    private static bool IsUnprintable(char character) => char.IsControl(character) && character is not ('\n' or '\r' or '\t');

    /// <summary>Half a surrogate pair cannot be stored as UTF-8.</summary>
    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
