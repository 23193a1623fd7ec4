using System.Diagnostics;
using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary>Answers and reasons for none as people read them.</summary>
internal static class AnswerLabels
{
    public static string Of(Variable variable, Answer answer, Language language) =>
        answer switch
        {
            Answer.Coded coded => Label(variable, coded.Code, language),
            Answer.CodedSet set => string.Join("; ", set.Codes.Select(code => Label(variable, code, language))),
            Answer.Number number => TypedNumber.Write(number.Value, language),
            Answer.Words words => words.Value,
            Answer.Day day => Day(day.Value),
            Answer.Period period => $"{Day(period.From)} - {Day(period.To)}",
            Answer.Items items => items.Ids.Count.ToString(CultureInfo.InvariantCulture),
            Answer.Missing missing => $"({ReasonLabels.Of(missing.Reason).In(language)})",
            _ => throw new UnreachableException(answer.GetType().Name),
        };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Label(Variable variable, string code, Language language) =>
        variable.Question.Choices.FirstOrDefault(option => option.Code == code)?.Label.In(language) ?? code;
}
