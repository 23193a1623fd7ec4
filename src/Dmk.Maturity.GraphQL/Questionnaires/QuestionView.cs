using System.Diagnostics;
using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("Question"), Description("One question. What does not apply to its type is null, or an empty list.")]
internal sealed class QuestionView(Question question, Questionnaire questionnaire, Language language)
{
    [Id, Description("Unique within the questionnaire.")]
    public string Id => question.Id;

    [Description("What kind of answer it asks for.")]
    public QuestionType Type =>
        question switch
        {
            Question.Single => QuestionType.Single,
            Question.Multiple => QuestionType.Multiple,
            Question.Grid => QuestionType.Grid,
            Question.Numeric { Kind: NumberKind.Integer } => QuestionType.Integer,
            Question.Numeric { Kind: NumberKind.Decimal } => QuestionType.Decimal,
            Question.Numeric { Kind: NumberKind.Percentage } => QuestionType.Percentage,
            Question.Numeric => QuestionType.Amount,
            Question.SumGroup => QuestionType.SumGroup,
            Question.FreeText => QuestionType.Text,
            Question.Date => QuestionType.Date,
            Question.Period => QuestionType.Period,
            Question.CodeSearch => QuestionType.CodeSearch,
            Question.Roster => QuestionType.Roster,
            Question.Note => QuestionType.Note,
            _ => throw new UnreachableException(),
        };

    [Description("The question as it is asked.")]
    public string Text => question.Text.In(language);

    [Description("How to understand it.")]
    public string? Help => question.Help?.In(language);

    [Description("The expression that must be true for the question to be asked; null where it always is.")]
    public string? Routing => question.When?.Source;

    [Description("Of a number, as shown behind the field.")]
    public string? Unit =>
        question switch
        {
            Question.Numeric number => number.Unit?.In(language),
            Question.SumGroup group => group.Unit?.In(language),
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

    [Description("Digits after the point of a number; 0 for whole numbers.")]
    public int? Decimals =>
        question switch
        {
            Question.Numeric number => number.Decimals,
            Question.SumGroup group => group.Decimals,
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

    [Description("The least number (included), a constant or an expression over other answers; of a date or period the first day.")]
    public string? Min =>
        question switch
        {
            Question.Numeric number => number.Min?.Source,
            Question.Date date => Day(date.From),
            Question.Period period => Day(period.From),
            Question.Single
            or Question.Multiple
            or Question.Grid
            or Question.CodeSearch
            or Question.SumGroup
            or Question.FreeText
            or Question.Roster
            or Question.Note => null,
            _ => throw new UnreachableException(question.GetType().Name),
        };

    [Description("The greatest number (included), a constant or an expression over other answers; of a date or period the last day.")]
    public string? Max =>
        question switch
        {
            Question.Numeric number => number.Max?.Source,
            Question.Date date => Day(date.To),
            Question.Period period => Day(period.To),
            Question.Single
            or Question.Multiple
            or Question.Grid
            or Question.CodeSearch
            or Question.SumGroup
            or Question.FreeText
            or Question.Roster
            or Question.Note => null,
            _ => throw new UnreachableException(question.GetType().Name),
        };

    private static string? Day(Expression? bound) => bound?.ConstantDay?.ToString("O", CultureInfo.InvariantCulture) ?? bound?.Source;

    [Description("What the parts of a sum group add up to, a constant or an expression over other answers.")]
    public string? Total => (question as Question.SumGroup)?.Total.Source;

    [Description("Options to tick at least, where a multiple choice is answered.")]
    public int? MinimumOptions => (question as Question.Multiple)?.Minimum;

    [Description("Options to tick at most in a multiple choice.")]
    public int? MaximumOptions => (question as Question.Multiple)?.Maximum;

    [Description("Characters of a text at most.")]
    public int? MaximumLength => (question as Question.FreeText)?.MaximumLength;

    [Description("Characters of a text at least, where answered.")]
    public int? MinimumLength => (question as Question.FreeText)?.MinimumLength;

    [Description("What kind of text a question asks for; null where it asks for none.")]
    public TextFormat? Format => (question as Question.FreeText)?.Format;

    [Id, Description("The group that it stands in, or null.")]
    public string? Group => question.Group?.Id;

    [Description("Whether a submission needs an answer, or one of the offered reasons.")]
    public bool Required => question.Required;

    [Description("The options of a choice, in order."), ListSize(10)]
    public IEnumerable<OptionView> Options => question.Choices.Select(option => new OptionView(option, language));

    [Description("The rows of a grid, or the parts of a sum group, in order."), ListSize(8)]
    public IEnumerable<RowView> Rows => question.Parts.Select(row => new RowView(row, language));

    [Description("Items of a roster to list at least, where answered.")]
    public int? MinimumItems => (question as Question.Roster)?.Minimum;

    [Description("Items of a roster to list at most.")]
    public int? MaximumItems => (question as Question.Roster)?.Maximum;

    [Description("Of a roster: what is asked for each item, in order."), ListSize(8)]
    public IEnumerable<QuestionView> Questions =>
        question is Question.Roster roster ? roster.Questions.Select(inner => new QuestionView(inner, questionnaire, language)) : [];

    [Description("The reasons for not answering that are offered, in order."), ListSize(3)]
    public IReadOnlyList<MissingReason> ReasonsForNotAnswering => question.Missing;

    [
        Description("The variables that hold its answers, in order; within a roster what follows the item, as in sites[k3f9x2].persons."),
        ListSize(8)
    ]
    public IEnumerable<VariableView> Variables =>
        questionnaire
            .Variables.Concat(
                questionnaire
                    .Variables.Select(variable => variable.Question)
                    .OfType<Question.Roster>()
                    .SelectMany(questionnaire.VariablesOf)
            )
            .Where(variable => variable.Question.Id == question.Id)
            .Select(variable => new VariableView(variable.Id, LabelOf(variable)));

    private string LabelOf(Variable variable)
    {
        var specified = question.Choices.FirstOrDefault(option => option.AsksToSpecify && variable.Id == $"{question.Id}.{option.Code}");
        return (variable.Part?.Label ?? specified?.Label ?? question.Text).In(language);
    }
}
