using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>What forbids the submission of an interview, question by question.</summary>
internal static class InterviewProblems
{
    /// <param name="roster">The question as a roster, where it is one.</param>
    /// <param name="readBy">The texts of the questions that a bound depends on.</param>
    /// <returns>Null where there is nothing wrong.</returns>
    public static AnswerProblem[]? Of(
        PlannedQuestion question,
        PlannedRoster? roster,
        Answer[] slots,
        Func<Expression, IEnumerable<Text>> readBy
    )
    {
        List<AnswerProblem>? found = null;
        Add(ref found, question, slots, null, readBy);
        if (roster is not null && slots[roster.Slot] is Answer.EachItem { All.Count: > 0 } items)
        {
            var frame = roster.Rent(slots);
            foreach (var item in items.All)
            {
                roster.Show(frame, item);
                foreach (var inner in roster.Questions)
                {
                    Add(ref found, inner, frame, item, readBy);
                }
            }

            PlannedRoster.Return(frame);
        }

        return found?.ToArray();
    }

    private static void Add(
        ref List<AnswerProblem>? found,
        PlannedQuestion question,
        Answer[] slots,
        RosterItem? item,
        Func<Expression, IEnumerable<Text>> readBy
    )
    {
        var before = found?.Count ?? 0;
        var isAsked = false;
        foreach (var variable in question.Variables)
        {
            var answer = slots[variable.Index];
            if (!ReferenceEquals(answer, Answer.NotAsked))
            {
                isAsked = true;
                Add(ref found, OfOne(variable, answer, slots, readBy), item, variable);
            }
        }

        if (isAsked && (found?.Count ?? 0) == before && question.Question is Question.SumGroup group)
        {
            Add(ref found, OfSum(group, question.Variables, slots), item, question.Variables[0]);
        }
    }

    private static void Add(ref List<AnswerProblem>? found, AnswerProblem? problem, RosterItem? item, Variable variable)
    {
        if (problem is not null)
        {
            (found ??= []).Add(
                item is null ? problem : problem with { Variable = ItemId.Variable(variable.Roster!.Id, item.Id, problem.Variable) }
            );
        }
    }

    private static AnswerProblem? OfOne(Variable variable, Answer answer, Answer[] slots, Func<Expression, IEnumerable<Text>> readBy)
    {
        if (answer is Answer.Missing { Reason: MissingReason.Unanswered })
        {
            return OfNone(variable);
        }

        return PossibleAnswer.Check(variable, answer)
            ?? variable.Question switch
            {
                Question.Numeric question => answer is Answer.Number number
                    ? Outside(variable.Id, number.Value, question, slots, readBy)
                    : null,
                Question.Date date => answer is Answer.Day day
                    ? Problem(variable, PossibleAnswer.Day(day.Value, date.From?.DayOf(slots), date.To?.DayOf(slots)))
                    : null,
                Question.Period asked => answer is Answer.Period period
                    ? Problem(variable, PossibleAnswer.Within(period, asked.From?.DayOf(slots), asked.To?.DayOf(slots)))
                    : null,
                Question.Roster roster => answer is Answer.Items items && items.Ids.Count < roster.Minimum
                    ? new(variable.Id, "tooFewItems", AnswerMessages.TooFewItems(roster.Minimum, items.Ids.Count))
                    : null,
                Question.Single
                or Question.Multiple
                or Question.Grid
                or Question.CodeSearch
                or Question.SumGroup
                or Question.FreeText
                or Question.Note => null,
                _ => throw new UnreachableException(variable.Question.GetType().Name),
            };
    }

    private static AnswerProblem? Problem(Variable variable, (string Code, Text Message)? found) =>
        found is var (code, message) ? new(variable.Id, code, message) : null;

    /// <summary>"Please specify" is asked where its option is chosen.</summary>
    private static AnswerProblem? OfNone(Variable variable) =>
        variable.Specify is { } option
            ? option.Specify == Specification.Required
                ? new(variable.Id, "specifyMissing", AnswerMessages.SpecifyMissing(option))
                : null
            : variable.Question.Required
                ? new(variable.Id, "required", AnswerMessages.Required(variable.Question))
                : null;

    private static AnswerProblem? Outside(
        string variable,
        decimal value,
        Question.Numeric question,
        Answer[] slots,
        Func<Expression, IEnumerable<Text>> readBy
    )
    {
        var (minimum, maximum) = (question.Min?.NumberOf(slots), question.Max?.NumberOf(slots));
        if (PossibleAnswer.Outside(value, minimum, maximum) is not { } code)
        {
            return null;
        }

        var broken = code == "belowMinimum" ? question.Min! : question.Max!;
        List<Text> read = [.. readBy(broken)];
        var source =
            read.Count == 0
                ? null
                : new Text(
                    string.Join(" und ", read.Select(text => $"„{text.De}“")),
                    string.Join(" and ", read.Select(text => $"'{text.En}'"))
                );
        return new(variable, code, AnswerMessages.Outside(value, minimum, maximum, source));
    }

    /// <summary>A part without a number but with a reason leaves the sum open, but numbers that exceed the total already are a mistake
    /// all the same.</summary>
    private static AnswerProblem? OfSum(Question.SumGroup group, Variable[] parts, Answer[] slots)
    {
        if (group.Total.NumberOf(slots) is not { } total)
        {
            return null;
        }

        var (asked, numbers, blanks, firstBlank) = (0, 0, 0, -1);
        decimal? sum = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            asked += ReferenceEquals(slots[parts[i].Index], Answer.NotAsked) ? 0 : 1;
            if (slots[parts[i].Index] is Answer.Number number)
            {
                numbers++;
                sum = sum is { } before ? Arithmetic.Plus(before, number.Value) : null;
            }
            else if (slots[parts[i].Index] is Answer.Missing { Reason: MissingReason.Unanswered })
            {
                blanks++;
                firstBlank = firstBlank < 0 ? i : firstBlank;
            }
        }

        if (blanks == asked)
        {
            return group.AllowAllBlank ? null : new(parts[0].Id, "sumMismatch", AnswerMessages.SumOpen(0, total));
        }

        if (sum is not { } known || Arithmetic.Plus(total, group.Tolerance) is not { } most || known > most)
        {
            return new(parts[0].Id, "sumMismatch", AnswerMessages.SumMismatch(sum, total));
        }

        if (blanks > 0)
        {
            return new(parts[firstBlank].Id, "sumMismatch", AnswerMessages.SumOpen(known, total));
        }

        return numbers == asked && !(known >= Arithmetic.Plus(total, -group.Tolerance))
            ? new(parts[0].Id, "sumMismatch", AnswerMessages.SumMismatch(known, total))
            : null;
    }
}
