using System.Diagnostics;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>Questions and answers as people read them.</summary>
internal static class AnswerWords
{
    /// <summary>The question, with the row, the item or the option that a variable stands for.</summary>
    public static string Asked(Variable variable, Language language)
    {
        var text = variable.Question.Text.In(language);
        if (variable.Part is { } part)
        {
            return $"{text} {part.Label.In(language)}";
        }

        var option =
            variable.Id == variable.Question.Id
                ? null
                : variable.Question.Choices.FirstOrDefault(option => variable.Id.EndsWith("." + option.Code, StringComparison.Ordinal));
        return option is null ? text : $"{text} {option.Label.In(language)}";
    }

    public static string Said(Variable variable, Answer answer, Language language) =>
        answer switch
        {
            Answer.Coded coded => Label(variable.Question, coded.Code, language),
            Answer.CodedSet set => string.Join("; ", set.Codes.Select(code => Label(variable.Question, code, language))),
            Answer.Number number => $"{TypedNumber.Write(number.Value, language)} {UnitOf(variable.Question, language)}".TrimEnd(),
            Answer.Words words => words.Value,
            Answer.Day day => day.Value.ToString("d", language.Culture),
            Answer.Period period => $"{period.From.ToString("d", language.Culture)} – {period.To.ToString("d", language.Culture)}",
            Answer.Items items => items.Ids.Count.ToString(language.Culture),
            Answer.Missing missing => FieldWords.ReasonLabel(missing.Reason).In(language),
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Not a kind of answer."),
        };

    private static string Label(Question question, string code, Language language) =>
        question.Choices.FirstOrDefault(option => option.Code == code) is not { } option ? code
        : question is Question.CodeSearch ? CodeAndTitle(option, language)
        : option.Label.In(language);

    /// <summary>The title of an entry, and its code where people know it by a number.</summary>
    public static string CodeAndTitle(Option entry, Language language) =>
        entry.Code.Any(char.IsAsciiDigit) ? $"{entry.Label.In(language)} ({entry.Code})" : entry.Label.In(language);

    private static string? UnitOf(Question question, Language language) =>
        question switch
        {
            Question.Numeric numeric => numeric.Unit?.In(language) ?? (numeric.Kind == NumberKind.Percentage ? "%" : null),
            Question.SumGroup sum => sum.Unit?.In(language),
            Question.Single
            or Question.Multiple
            or Question.Grid
            or Question.CodeSearch
            or Question.FreeText
            or Question.Date
            or Question.Period
            or Question.Roster
            or Question.Note => null,
            _ => throw new UnreachableException(question.GetType().Name),
        };
}
