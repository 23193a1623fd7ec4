using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

/// <summary>Answers of a mutation, as domain answers, and what is wrong with their form.</summary>
internal sealed record SentAnswers(IReadOnlyDictionary<string, Answer> Changes, IReadOnlyList<AnswerProblem> Problems)
{
    private static readonly Text _exactlyOne = new(
        "Für diese Variable muss genau eines von code, codes, number, text, date, period, items, missing und clear angegeben sein.",
        "Give exactly one of code, codes, number, text, date, period, items, missing and clear for this variable."
    );

    private static readonly Text _repeated = new(
        "Diese Variable kommt mehrmals vor. Senden Sie sie einmal.",
        "This variable was sent more than once. Send it once."
    );

    private static readonly Text _emptySet = new(
        "Zum Zurücknehmen einer Antwort senden Sie clear: true statt einer leeren Liste.",
        "To take an answer back send clear: true instead of an empty list."
    );

    /// <param name="most">Answers that one mutation may bring.</param>
    /// <exception cref="Refusal">There are more.</exception>
    public static SentAnswers Of(IReadOnlyList<AnswerInput> inputs, int most)
    {
        if (inputs.Count > most)
        {
            throw Refusal.TooMuch(
                "TOO_LARGE",
                $"The mutation brings {inputs.Count} answers; {most} are allowed. Save them in several requests.",
                inputs.Count,
                most
            );
        }

        var changes = new Dictionary<string, Answer>(StringComparer.Ordinal);
        var problems = new List<AnswerProblem>();
        foreach (var input in inputs)
        {
            if (input.Number == ExactNumberType.BeyondKeeping)
            {
                problems.Add(AnswerMistakes.TooLarge(input.Variable));
            }
            else if (Read(input) is not { } answer)
            {
                problems.Add(new AnswerProblem(input.Variable, "exactlyOneValue", input.Codes is [] ? _emptySet : _exactlyOne));
            }
            else if (!changes.TryAdd(input.Variable, answer))
            {
                problems.Add(new AnswerProblem(input.Variable, "repeatedVariable", _repeated));
            }
        }

        return new SentAnswers(changes, problems);
    }

    /// <returns>Null unless exactly one value is given.</returns>
    private static Answer? Read(AnswerInput input)
    {
        Answer?[] given =
        [
            input.Code is { } code ? new Answer.Coded(code) : null,
            input.Codes is { Count: > 0 } codes ? new Answer.CodedSet(codes) : null,
            input.Number is { } number ? new Answer.Number(number) : null,
            input.Text is { } text ? new Answer.Words(text) : null,
            input.Date is { } date ? new Answer.Day(date) : null,
            input.Period is { } period ? new Answer.Period(period.Begin, period.End) : null,
            input.Items is { } items ? new Answer.Items(items) : null,
            input.Missing is { } reason ? new Answer.Missing(reason) : null,
            input.Clear is true ? Answer.Unanswered : null,
        ];
        return given.OfType<Answer>().ToArray() is [var only] ? only : null;
    }
}
