using System.Diagnostics;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>Answers read from the fields of a form.</summary>
/// <param name="ByVariable">Every variable of the questions shown; unanswered where its fields were left blank.</param>
/// <param name="Problems">What could not be read, or is not possible, in the order of the questions.</param>
public sealed record PostedAnswers(IReadOnlyDictionary<string, Answer> ByVariable, IReadOnlyList<AnswerProblem> Problems)
{
    private IReadOnlyList<Variable> Fields { get; init; } = [];

    private Func<FieldValues, PostedAnswers> Again { get; init; } = _ => throw new InvalidOperationException("Made without a form.");

    /// <param name="variables">Those of the questions that the form showed; all others stay as they are.</param>
    public static PostedAnswers Read(Questionnaire questionnaire, IEnumerable<Variable> variables, FieldValues values)
    {
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        var problems = new List<AnswerProblem>();
        IReadOnlyList<Variable> fields = [.. variables.Where(variable => HasField(variable.Question))];
        foreach (var variable in fields)
        {
            var (answer, problem) = ReadOne(variable, values);
            if (problem is { Code: "exclusiveOption" } && problems.Exists(said => IsOfSameSum(questionnaire, said, problem)))
            {
                // The parts of a sum share their reasons: what is wrong with those is said once, and nothing of them is known.
                continue;
            }

            answers[variable.Id] = answer;
            if (problem is null && answer != Answer.Unanswered)
            {
                problem = questionnaire.Validate(variable.Id, answer);
            }

            if (problem is not null)
            {
                problems.Add(problem);
            }
        }

        return new(answers, problems) { Fields = fields, Again = others => Read(questionnaire, fields, others) };
    }

    /// <summary>Variables of which nothing was stored, because their fields could not be read.</summary>
    public IReadOnlySet<string> Unread =>
        Fields
            .Select(variable => variable.Id)
            .Where(variable => !ByVariable.ContainsKey(variable))
            .Concat(Problems.Select(problem => problem.Variable))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Only what had a field on the page was sent: an answer to anything else, as through GraphQL, stays as it is.</summary>
    private static bool HasField(Question question) =>
        question switch
        {
            Question.Single
            or Question.Multiple
            or Question.Grid
            or Question.Numeric
            or Question.SumGroup
            or Question.FreeText
            or Question.Date
            or Question.CodeSearch
            or Question.Roster
            or Question.Period => true,
            Question.Note => false,
            _ => throw new UnreachableException(question.GetType().Name),
        };

    /// <summary>What could be read and differs from the answers that the form was filled with.</summary>
    /// <remarks>A form cannot hold every answer as it was given elsewhere: blanks around a text, two reasons in one sum, an option that
    /// there no longer is. What it sends when nobody touches it is no change.</remarks>
    public Dictionary<string, Answer> ChangesSince(Answers before)
    {
        var unread = Unread;
        var untouched = Again(FieldValues.Of(Fields, before, Language.German)).ByVariable;
        return ByVariable
            .Where(one => one.Value != before[one.Key] && !unread.Contains(one.Key))
            .Where(one => !untouched.TryGetValue(one.Key, out var same) || one.Value != same)
            .ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The same with further problems.</summary>
    public PostedAnswers Without(IEnumerable<AnswerProblem> problems) => this with { Problems = [.. Problems, .. problems] };

    private static (Answer Answer, AnswerProblem? Problem) ReadOne(Variable variable, FieldValues values) =>
        variable.Specify is not null ? ReadWords(variable.Id, values) : ReadOne(variable.Question, variable, values);

    private static (Answer Answer, AnswerProblem? Problem) ReadWords(string variable, FieldValues values) =>
        Lines(values.Text(variable)) is { Length: > 0 } words ? (new Answer.Words(words), null) : (Answer.Unanswered, null);

    private static (Answer Answer, AnswerProblem? Problem) ReadOne(Question question, Variable variable, FieldValues values) =>
        question switch
        {
            Question.Single or Question.Grid { Several: false } or Question.CodeSearch => ReadChoice(variable.Id, values),
            Question.Multiple or Question.Grid => ReadChoices(variable, values),
            Question.Numeric numeric => OrReason(
                variable,
                values,
                typed => ReadNumber(variable.Id, typed, numeric, values),
                values.Text(variable.Id)
            ),
            Question.SumGroup sum => OrReason(
                variable,
                values,
                typed => ReadNumber(variable.Id, typed, sum, values),
                values.Text(variable.Id)
            ),
            Question.FreeText => OrReason(variable, values, typed => (new Answer.Words(typed), null), Lines(values.Text(variable.Id))),
            Question.Date => OrReason(variable, values, _ => ReadDay(variable.Id, values), DayTyped(variable.Id, values)),
            Question.Period => OrReason(variable, values, _ => ReadPeriod(variable.Id, values), PeriodTyped(variable.Id, values)),
            Question.Roster => ReadItems(variable, values),
            Question.Note => throw new InvalidOperationException($"'{variable.Id}' has no field."),
            _ => throw new UnreachableException(question.GetType().Name),
        };

    private static bool IsOfSameSum(Questionnaire questionnaire, AnswerProblem said, AnswerProblem other) =>
        said.Message == other.Message
        && questionnaire.Variable(said.Variable) is { Question: Question.SumGroup } part
        && questionnaire.Variable(other.Variable)?.QuestionId == part.QuestionId;

    private static (Answer Answer, AnswerProblem? Problem) ReadChoice(string variable, FieldValues values) =>
        values.Text(variable) is not { Length: > 0 } value ? (Kept(variable, values), null)
        : FieldNames.ReasonOf(value) is { } reason ? (new Answer.Missing(reason), null)
        : (new Answer.Coded(value), null);

    /// <summary>Nothing was chosen: what is not offered any more stays, unless the person has taken it back.</summary>
    private static Answer Kept(string variable, FieldValues values) =>
        values.All(variable).Count == 0 && values.Text(FieldNames.Kept(variable)) is { Length: > 0 } kept
            ? new Answer.Coded(kept)
            : Answer.Unanswered;

    /// <summary>With what is not offered any more, as far as it goes together with what is ticked: the person cannot untick it.</summary>
    private static IEnumerable<string> WithKept(Question question, IReadOnlyList<string> ticked, IReadOnlyList<string> kept)
    {
        var all = ticked.Union(kept).ToHashSet(StringComparer.Ordinal);
        var goTogether =
            !question.Choices.Any(option => option.Exclusive && all.Contains(option.Code))
            && !(question is Question.Multiple { Maximum: { } most } && all.Count > most);
        return goTogether || ticked.Count == 0 ? all : ticked;
    }

    /// <summary>The items that the form showed, or that there is none, or why they are not listed.</summary>
    private static (Answer Answer, AnswerProblem? Problem) ReadItems(Variable variable, FieldValues values)
    {
        if (values.All(FieldNames.Items(variable.Id)) is { Count: > 0 } items)
        {
            return (new Answer.Items(items), null);
        }

        var none = values.Text(FieldNames.NoItems(variable.Id));
        return OrReason(variable, values, _ => (new Answer.Items([]), null), none);
    }

    private static (Answer Answer, AnswerProblem? Problem) ReadChoices(Variable variable, FieldValues values)
    {
        var ticked = values.All(variable.Id);
        var reasons = ticked.Select(FieldNames.ReasonOf).OfType<MissingReason>().ToList();
        if (reasons.Count > 0)
        {
            return ticked.Count == 1
                ? (new Answer.Missing(reasons[0]), null)
                : (
                    Answer.Unanswered,
                    new AnswerProblem(
                        variable.Id,
                        "exclusiveOption",
                        reasons.Count == ticked.Count ? FieldWords.SeveralReasons : FieldWords.ReasonAndOptions
                    )
                );
        }

        return (variable.Question.Ticked(WithKept(variable.Question, ticked, values.All(FieldNames.Kept(variable.Id)))), null);
    }

    private static (Answer Answer, AnswerProblem? Problem) OrReason(
        Variable variable,
        FieldValues values,
        Func<string, (Answer Answer, AnswerProblem? Problem)> read,
        string typed
    )
    {
        var reasons = values.All(FieldNames.ReasonField(variable.QuestionId)).Select(FieldNames.ReasonOf).OfType<MissingReason>().ToList();
        return (typed.Length > 0, reasons.Count) switch
        {
            (false, 0) => (Answer.Unanswered, null),
            (false, 1) => (new Answer.Missing(reasons[0]), null),
            (true, 0) => read(typed),
            // Of a sum some parts may be known: the reason is that of the blank ones.
            (true, 1)
                when variable.Question is Question.SumGroup sum
                    && sum.Items.Any(item => values.Text($"{variable.QuestionId}.{item.Id}").Length == 0) => read(typed),
            (true, _) => (Answer.Unanswered, new AnswerProblem(variable.Id, "exclusiveOption", FieldWords.ReasonAndValue)),
            _ => (Answer.Unanswered, new AnswerProblem(variable.Id, "exclusiveOption", FieldWords.SeveralReasons)),
        };
    }

    private static (Answer Answer, AnswerProblem? Problem) ReadNumber(string variable, string typed, Question question, FieldValues values)
    {
        return TypedNumberField.Read(typed, question) switch
        {
            TypedNumber.Number number => (new Answer.Number(number.Value), null),
            TypedNumber.TwoReadings two => TypedNumberField.Chosen(two, values.Text(FieldNames.Reading(variable))) is { } chosen
                ? (new Answer.Number(chosen), null)
                : Wrong("ambiguousNumber", FieldWords.TwoReadings(two)),
            TypedNumber.TooLarge => Wrong("tooLarge", FieldWords.TooLarge(typed)),
            TypedNumber.NotANumber => Wrong(
                "notANumber",
                TypedNumberField.Decimals(question) == 0 ? FieldWords.NotAWholeNumber(typed) : FieldWords.NotANumber(typed)
            ),
            var other => throw new UnreachableException(other.GetType().Name),
        };

        (Answer, AnswerProblem?) Wrong(string code, Text message)
        {
            return (Answer.Unanswered, new AnswerProblem(variable, code, message));
        }
    }

    /// <summary>All that stands in the fields of a date: blank only where each of them is.</summary>
    private static string DayTyped(string variable, FieldValues values) =>
        string.Concat(DayFields(variable, values).Select(TypedDay.Plain));

    private static (Answer Answer, AnswerProblem? Problem) ReadDay(string variable, FieldValues values)
    {
        var fields = DayFields(variable, values);
        var read = TypedDay.Read(fields[0], fields[1], fields[2]);
        return read.Value is { } day
            ? (new Answer.Day(day), null)
            : (Answer.Unanswered, new AnswerProblem(variable, "wrongType", Joined(read.Wrong)));
    }

    private static string PeriodTyped(string variable, FieldValues values) =>
        DayTyped(FieldNames.Begin(variable), values) + DayTyped(FieldNames.End(variable), values);

    /// <summary>Both days must be there; what is wrong is said with the day that it is about.</summary>
    private static (Answer Answer, AnswerProblem? Problem) ReadPeriod(string variable, FieldValues values)
    {
        var (begin, end) = (Read(FieldNames.Begin(variable)), Read(FieldNames.End(variable)));
        return begin.Value is { } from && end.Value is { } to
            ? (new Answer.Period(from, to), null)
            : (
                Answer.Unanswered,
                new AnswerProblem(
                    variable,
                    "wrongType",
                    Joined([.. FieldWords.InDay(FieldWords.Begin, begin.Wrong), .. FieldWords.InDay(FieldWords.End, end.Wrong)])
                )
            );

        TypedDay Read(string day)
        {
            var fields = DayFields(day, values);
            return TypedDay.Read(fields[0], fields[1], fields[2]);
        }
    }

    private static Text Joined(IReadOnlyList<Text> said) =>
        new(string.Join(' ', said.Select(one => one.De)), string.Join(' ', said.Select(one => one.En)));

    private static string[] DayFields(string variable, FieldValues values) =>
        [values.Text(FieldNames.Day(variable)), values.Text(FieldNames.Month(variable)), values.Text(FieldNames.Year(variable))];

    /// <summary>Browsers send CR LF; answers are kept with LF, and without the control characters that come with pasted text.</summary>
    private static string Lines(string text) =>
        string.Concat(LineEnds.Normalised(text).Where(letter => letter is '\n' or '\t' || !char.IsControl(letter)));
}
