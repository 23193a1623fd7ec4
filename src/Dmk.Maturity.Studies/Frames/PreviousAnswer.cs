using System.Globalization;
using System.Text.RegularExpressions;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Reads an answer of the wave before from a cell, by the kind of its variable.</summary>
internal static partial class PreviousAnswer
{
    /// <param name="mistake">What to do, where it is impossible.</param>
    public static Answer? Read(Questionnaire questionnaire, Variable variable, string written, out string? mistake)
    {
        mistake = null;
        if (Of(variable.Question, written) is not { } answer)
        {
            mistake = $"'{written}' is no answer to '{variable.Id}'. {Form(variable.Question)}";
            return null;
        }

        if (questionnaire.Validate(variable.Id, answer) is { } problem)
        {
            mistake = $"'{written}' is no possible answer to '{variable.Id}': {problem.Message.En}";
            return null;
        }

        return answer;
    }

    private static Answer? Of(Question question, string written) =>
        question switch
        {
            Question.Numeric or Question.SumGroup => Number(written),
            Question.Single or Question.CodeSearch => new Answer.Coded(written),
            Question.Grid { Several: true } or Question.Multiple => new Answer.CodedSet(Codes(written)),
            Question.Grid => new Answer.Coded(written),
            Question.FreeText => new Answer.Words(written),
            Question.Date => Day(written) is { } day ? new Answer.Day(day) : null,
            Question.Period => Period(written),
            Question.Roster or Question.Note => null,
            _ => throw new System.Diagnostics.UnreachableException(question.GetType().Name),
        };

    private static string Form(Question question) =>
        question switch
        {
            Question.Numeric or Question.SumGroup => "Write a number without thousands separators, as in 1250.5 or 1250,5.",
            Question.Date => "Write a day as in 2026-12-31.",
            Question.Period => "Write two days as in 2026-01-01/2026-12-31.",
            Question.Multiple or Question.Grid => "Write codes, with spaces between several.",
            Question.Single or Question.CodeSearch or Question.FreeText => "Write a code or a text.",
            Question.Roster or Question.Note => "Rosters and notes have no single answer; leave the column out.",
            _ => throw new System.Diagnostics.UnreachableException(question.GetType().Name),
        };

    private static Answer.Number? Number(string written) =>
        Plain().IsMatch(written)
        && decimal.TryParse(written.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? new(number)
            : null;

    private static string[] Codes(string written) => written.Split([' ', '|'], StringSplitOptions.RemoveEmptyEntries);

    private static DateOnly? Day(string written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static Answer.Period? Period(string written) =>
        written.Split('/') is [var from, var to] && (Day(from), Day(to)) is ({ } begin, { } end) ? new(begin, end) : null;

    [GeneratedRegex(@"^-?\d{1,20}([.,]\d{1,8})?$")]
    private static partial Regex Plain();
}
