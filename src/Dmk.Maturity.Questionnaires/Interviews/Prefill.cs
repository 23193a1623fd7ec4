using System.Globalization;

namespace Dmk.Maturity.Questionnaires;

/// <summary>What the frame knows, as the first answers of a draft. They count like any other; the company can correct or clear
/// them.</summary>
public static class Prefill
{
    /// <param name="frame">By field: <c>land</c>, <c>sector</c>, <c>size</c> as codes, <c>persons</c> as a whole number,
    /// <c>wz</c> as a code of any level. What is not there, or is not possible as an answer, is left out.</param>
    public static Answers Of(Questionnaire questionnaire, IReadOnlyDictionary<string, string> frame)
    {
        var answers = new List<KeyValuePair<string, Answer>>();
        foreach (var question in questionnaire.Sections.SelectMany(section => section.Questions))
        {
            if (
                question.Prefill is { } field
                && frame.TryGetValue(KeyOf(field), out var known)
                && AnswerOf(question, known) is { } answer
                && questionnaire.Validate(question.Id, answer) is null
            )
            {
                answers.Add(new(question.Id, answer));
            }
        }

        return Answers.Of(answers);
    }

    /// <summary>As the frame calls it.</summary>
    public static string KeyOf(FrameField field) =>
        field switch
        {
            FrameField.Land => "land",
            FrameField.Sector => "sector",
            FrameField.Size => "size",
            FrameField.Persons => "persons",
            FrameField.Wz => "wz",
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "There is no such field."),
        };

    private static Answer? AnswerOf(Question question, string known) =>
        question is Question.CodeSearch search && question.Prefill == FrameField.Wz ? Offered(search, known)
        : question is not Question.Numeric ? new Answer.Coded(known)
        : decimal.TryParse(known, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new Answer.Number(number)
        : null;

    /// <summary>The code itself, or the nearest above it that can be chosen.</summary>
    private static Answer.Coded? Offered(Question.CodeSearch search, string known)
    {
        var entry = search.Classification.Find(known);
        while (entry is not null && !search.CanBeChosen(entry.Code))
        {
            entry = search.Classification.ParentOf(entry);
        }

        return entry is null ? null : new(entry.Code);
    }
}
