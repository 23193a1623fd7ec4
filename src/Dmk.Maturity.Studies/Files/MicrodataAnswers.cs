using System.Diagnostics;
using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Answers in a file of microdata, in the codes of the codebook.</summary>
public static class MicrodataAnswers
{
    /// <summary>The variables of all versions of a study's questionnaire that are written, each once. What companies have typed as text is
    /// left out, as it may name them or a person; and what is said of each item of a roster, of which only the number is written.</summary>
    public static IReadOnlyList<string> VariablesOf(Study study) =>
        [
            .. study
                .Versions.SelectMany(version => version.Questionnaire.Variables)
                .Where(variable => variable is { Specify: null, Question: not (Question.FreeText or Question.Note) })
                .Select(variable => variable.Id)
                .Distinct(),
        ];

    /// <summary>A code, the codes of several with semicolons between them, a number, a day, how many items, or the reason of a missing
    /// answer; empty where the company's version of the questionnaire has no such variable.</summary>
    public static string Of(Interview interview, string variable) =>
        interview.Questionnaire.Variable(variable) is { } known
            ? interview.Effective(known) switch
            {
                Answer.Coded coded => coded.Code,
                Answer.CodedSet set => string.Join(';', set.Codes),
                Answer.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
                Answer.Day day => Day(day.Value),
                Answer.Period period => $"{Day(period.From)}/{Day(period.To)}",
                Answer.Items items => items.Ids.Count.ToString(CultureInfo.InvariantCulture),
                Answer.Missing missing => ReasonWords.Of(missing.Reason),
                Answer.Words => "",
                var other => throw new UnreachableException(other.GetType().Name),
            }
            : "";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
