using System.Diagnostics;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>Questions and answers as people read them.</summary>
internal static class AnswerWords
{
    /// <summary>The question, with the row, the item or the option that a variable stands for.</summary>
    public static string Asked(Variable variable, Language language)
    {
        var text = variable.Roster is { } roster
            ? $"{roster.Text.In(language)} {variable.Question.Text.In(language)}"
            : variable.Question.Text.In(language);
        if (variable.Part is { } part)
        {
            return $"{text} {part.Label.In(language)}";
        }

        var option =
            variable.Id == variable.QuestionId
                ? null
                : variable.Question.Choices.FirstOrDefault(option => variable.Id.EndsWith("." + option.Code, StringComparison.Ordinal));
        return option is null ? text : $"{text} {option.Label.In(language)}";
    }

    /// <summary>The same in a list that names the items of rosters.</summary>
    public static string Asked(Variable variable, Interview interview, Language language)
    {
        if (variable is not { Roster: { } roster, Item: { } item })
        {
            return Asked(variable, language);
        }

        var place = interview.ItemsOf(roster).TakeWhile(other => other != item).Count() + 1;
        var alone = variable with { Roster = null, Item = null, Id = Template(variable) };
        return $"{place}. {interview.Say(roster.ItemLabel, language, item)}: {Asked(alone, language)}";
    }

    /// <summary>The variables of a section with what is said within the items of its rosters, where they are asked.</summary>
    public static IEnumerable<Variable> AskedIn(Section section, Interview interview)
    {
        foreach (
            var variable in interview.Questionnaire.Variables.Where(variable => variable.Section == section && interview.IsAsked(variable))
        )
        {
            yield return variable;
            foreach (var inner in variable.Question is Question.Roster roster ? ItemsOf(roster, interview) : [])
            {
                yield return inner;
            }
        }
    }

    private static IEnumerable<Variable> ItemsOf(Question.Roster roster, Interview interview) =>
        from item in interview.ItemsOf(roster)
        from template in interview.Questionnaire.VariablesOf(roster)
        let variable = interview.Questionnaire.Variable(ItemId.Variable(roster.Id, item, template.Id))!
        where interview.IsAsked(variable)
        select variable;

    private static string Template(Variable variable) => variable.Id[(variable.Id.IndexOf("].", StringComparison.Ordinal) + 2)..];

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
