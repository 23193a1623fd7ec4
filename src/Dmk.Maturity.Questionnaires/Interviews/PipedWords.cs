using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Answers as words in a text: numbers with grouped thousands (not <see cref="Years"/>), dates, labels, lists and truths as the
/// language writes them; no units.</summary>
internal static class PipedWords
{
    /// <summary>Digits behind the point of computed values; their authors round to fewer.</summary>
    private const int ComputedDecimals = 2;

    /// <summary>A slot that is none is computed.</summary>
    private static readonly SlotLayout _outside = new(0, 0, 0, 0, 0);

    public static string Of(PipedText text, Interview interview, Language language, string? item)
    {
        var inner = item is null ? null : ItemNamed(interview, item);
        var said = new StringBuilder();
        foreach (var (words, slot, value) in text.In(language))
        {
            said.Append(
                slot is not null ? Of(slot, interview, inner, language) ?? words
                : value is not null ? Of(value, interview, item, language) ?? words
                : words
            );
        }

        return said.ToString();
    }

    public static string Of(DateOnly day, Language language) =>
        day.ToString(language == Language.German ? "dd.MM.yyyy" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    private static (PlannedRoster, RosterItem)? ItemNamed(Interview interview, string item)
    {
        foreach (var roster in interview.Plan.Rosters)
        {
            if (interview.Item(roster.Roster, item) is { } found)
            {
                return found;
            }
        }

        throw new ArgumentException($"No roster lists an item '{item}'.", nameof(item));
    }

    private static Answer AnswerIn(Interview interview, Named.Slot slot, (PlannedRoster Roster, RosterItem Item)? inner)
    {
        if (!slot.IsInner)
        {
            return interview.Slots[slot.Index];
        }

        return inner is var (roster, item) && slot.Index - roster.Variables[0].Index is >= 0 and var place && place < item.Counting.Length
            ? item.Counting[place]
            : Answer.Unanswered;
    }

    private static string? Of(Named.Slot slot, Interview interview, (PlannedRoster, RosterItem)? inner, Language language)
    {
        var answer = AnswerIn(interview, slot, inner);
        return answer is Answer.Number number && IsYear(slot, number.Value, interview, inner)
            ? TypedNumber.Write(number.Value, language)
            : Of(slot, answer, interview.Questionnaire.Layout, language);
    }

    /// <summary>What an expression gives, as what a computed value holds.</summary>
    private static string? Of(Expression value, Interview interview, string? item, Language language)
    {
        var answer = interview.InSlots(item, value.AnswerOf);
        return answer is Answer.Number number && Years.IsYear(value, interview.Questionnaire, number.Value)
            ? TypedNumber.Write(number.Value, language)
            : Of(new(int.MaxValue, value.Kind, value.Options), answer, _outside, language);
    }

    private static bool IsYear(Named.Slot slot, decimal number, Interview interview, (PlannedRoster Roster, RosterItem Item)? inner)
    {
        var (asked, layout) = (interview.Questionnaire, interview.Questionnaire.Layout);
        return slot.IsInner
                ? inner is var (roster, _) && Years.IsYear(roster.Variables[slot.Index - roster.Variables[0].Index].Question, number)
            : slot.Index < layout.Variables ? Years.IsYear(asked.Variables[slot.Index].Question, number)
            : slot.Index < layout.FirstItems ? Years.IsYear(asked.Computed[slot.Index - layout.Variables].Value, asked, number)
            : asked.Facts.FirstOrDefault(fact => fact.Slot == slot.Index)?.Variable is { } before
                && asked.Variable(before) is { } variable
                && Years.IsYear(variable.Question, number);
    }

    /// <returns>Null where there is no value.</returns>
    private static string? Of(Named.Slot slot, Answer answer, SlotLayout layout, Language language) =>
        (slot.Kind, answer) switch
        {
            (ExpressionKind.Truth, Answer.Number truth) => (truth.Value != 0, language) switch
            {
                (true, Language.German) => "Ja",
                (true, _) => "Yes",
                (false, Language.German) => "Nein",
                _ => "No",
            },
            (_, Answer.Number number) => Of(
                slot.Index >= layout.Variables && !slot.IsInner
                    ? Math.Round(number.Value, ComputedDecimals, MidpointRounding.AwayFromZero)
                    : number.Value,
                language
            ),
            (_, Answer.Coded coded) => Label(slot.Options, coded.Code, language),
            (_, Answer.CodedSet set) => List([.. set.Codes.Select(code => Label(slot.Options, code, language))], language),
            (_, Answer.Words words) => words.Value,
            (_, Answer.Day day) => Of(day.Value, language),
            (_, Answer.Period period) => $"{Of(period.From, language)} {(language == Language.German ? "bis" : "to")} "
                + $"{Of(period.To, language)}",
            (_, Answer.Items items) => Of(items.Ids.Count, language),
            (_, Answer.Missing or Answer.EachItem) => null,
            _ => throw new UnreachableException(answer.GetType().Name),
        };

    private static string Of(decimal number, Language language) => TypedNumber.WriteGrouped(number, language);

    private static string Label(IReadOnlyList<Option> options, string code, Language language) =>
        options.FirstOrDefault(option => option.Code == code)?.Label.In(language) ?? code;

    private static string List(string[] all, Language language) =>
        all is [.. var first, var last] && first.Length > 0
            ? $"{string.Join(", ", first)} {(language == Language.German ? "und" : "and")} {last}"
            : string.Concat(all);
}
