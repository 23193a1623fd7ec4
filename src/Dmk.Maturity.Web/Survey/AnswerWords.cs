using System.Diagnostics;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>Questions and answers as people read them.</summary>
internal static class AnswerWords
{
    /// <summary>The question, with the row, the item or the option that a variable stands for.</summary>
    public static string Asked(Variable variable, Showing showing, Language language)
    {
        var text = Said(variable.Question.Text);
        return WithPart(variable.Roster is { } roster ? $"{Said(roster.Text)} {text}" : text, variable, Said);

        string Said(Text words)
        {
            return showing.Say(words, ItemOf(variable, showing.Interview)).In(language);
        }
    }

    private static string WithPart(string text, Variable variable, Func<Text, string> said)
    {
        if (variable.Part is { } part)
        {
            return $"{text} {said(part.Label)}";
        }

        var option =
            variable.Id == variable.QuestionId
                ? null
                : variable.Question.Choices.FirstOrDefault(option => variable.Id.EndsWith("." + option.Code, StringComparison.Ordinal));
        return option is null ? text : $"{text} {said(option.Label)}";
    }

    /// <summary>The same in a list that names the items of rosters.</summary>
    public static string InList(Variable variable, Showing showing, Language language)
    {
        if (variable is not { Roster: { } roster, Item: { } item })
        {
            return Asked(variable, showing, language);
        }

        var place = showing.Interview.ItemsOf(roster).TakeWhile(other => other != item).Count() + 1;
        return WithPart(
            $"{place}. {Said(roster.ItemLabel)}: {Said(variable.Question.Text)}",
            variable with
            {
                Id = Template(variable),
            },
            Said
        );

        string Said(Text words)
        {
            return showing.Say(words, ItemOf(variable, showing.Interview)).In(language);
        }
    }

    /// <summary>Null outside of rosters, and where the item is gone.</summary>
    private static string? ItemOf(Variable variable, Interview interview) =>
        variable is { Roster: { } roster, Item: { } item } && interview.ItemsOf(roster).Contains(item) ? item : null;

    /// <summary>The variables of a section in the order of its page, with what is said within the items of its rosters, where they are
    /// asked.</summary>
    public static IEnumerable<Variable> AskedIn(Section section, Showing showing)
    {
        var (interview, variables) = (showing.Interview, showing.Interview.Questionnaire.Variables.ToLookup(one => one.Question.Id));
        foreach (var question in showing.QuestionsOf(section))
        {
            foreach (var variable in InOrder(variables[question.Id], question, showing, null).Where(interview.IsAsked))
            {
                yield return variable;
            }

            foreach (var inner in question is Question.Roster roster ? ItemsOf(roster, showing) : [])
            {
                yield return inner;
            }
        }
    }

    /// <summary>The rows of a grid as they stand on the page, what was specified behind them.</summary>
    private static IEnumerable<Variable> InOrder(IEnumerable<Variable> variables, Question question, Showing showing, string? item)
    {
        IReadOnlyList<string> rows = [.. showing.RowsOf(question, item).Select(row => row.Id)];
        return variables.OrderBy(variable => variable.Part is { } part && rows.Contains(part.Id) ? Place(rows, part.Id) : rows.Count);
    }

    private static int Place(IReadOnlyList<string> rows, string row) => rows.TakeWhile(other => other != row).Count();

    private static IEnumerable<Variable> ItemsOf(Question.Roster roster, Showing showing) =>
        from item in showing.Interview.ItemsOf(roster)
        from question in roster.Questions
        from template in InOrder(
            showing.Interview.Questionnaire.VariablesOf(roster).Where(one => one.Question.Id == question.Id),
            question,
            showing,
            item
        )
        let variable = showing.Interview.Questionnaire.Variable(ItemId.Variable(roster.Id, item, template.Id))
        where showing.Interview.IsAsked(variable)
        select variable;

    private static string Template(Variable variable) => variable.Id[(variable.Id.IndexOf("].", StringComparison.Ordinal) + 2)..];

    public static string Said(Variable variable, Answer answer, Showing showing, Language language) =>
        Said(variable.Question, answer, words => showing.Say(words, ItemOf(variable, showing.Interview)).In(language), language);

    /// <summary>The tag of the language in which an answer is said where that is not the page's: titles of codes that there are in German
    /// only; null elsewhere.</summary>
    public static string? OtherLanguage(Variable variable, Answer answer, Language language) =>
        variable is { Specify: null, Question: Question.CodeSearch search }
        && answer is Answer.Coded coded
        && search.Options.FirstOrDefault(option => option.Code == coded.Code) is { } chosen
            ? FieldWords.OtherLanguage(search.Classification, chosen, language)
            : null;

    private static string Said(Question question, Answer answer, Func<Text, string> said, Language language) =>
        answer switch
        {
            Answer.Coded coded => Label(question, coded.Code, said, language),
            Answer.CodedSet set => string.Join("; ", set.Codes.Select(code => Label(question, code, said, language))),
            Answer.Number number => $"{NumberOf(question, number.Value, language)} {UnitOf(question, said)}".TrimEnd(),
            Answer.Words words => words.Value,
            Answer.Day day => day.Value.ToString("d", language.Culture),
            Answer.Period period => $"{period.From.ToString("d", language.Culture)} – {period.To.ToString("d", language.Culture)}",
            Answer.Items items => items.Ids.Count.ToString(language.Culture),
            Answer.Missing missing => FieldWords.ReasonLabel(missing.Reason).In(language),
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Not a kind of answer."),
        };

    private static string Label(Question question, string code, Func<Text, string> said, Language language) =>
        question.Choices.FirstOrDefault(option => option.Code == code) is not { } option ? code
        : question is Question.CodeSearch ? FieldWords.CodeAndTitle(option, language)
        : said(option.Label);

    private static string NumberOf(Question question, decimal value, Language language) =>
        Years.IsYear(question, value) ? TypedNumber.Write(value, language) : TypedNumber.WriteGrouped(value, language);

    private static string? UnitOf(Question question, Func<Text, string> said) =>
        question switch
        {
            Question.Numeric numeric => numeric.Unit is { } unit ? said(unit) : (numeric.Kind == NumberKind.Percentage ? "%" : null),
            Question.SumGroup sum => sum.Unit is { } unit ? said(unit) : null,
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
