using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("Answer"), Description("What a company said to one variable: exactly one value or missing is there.")]
internal sealed class AnswerView(string variable, Answer answer)
{
    [Id, Description("The variable.")]
    public string Variable => variable;

    [Description("Of a single choice, or of a row of a grid.")]
    public string? Code => (answer as Answer.Coded)?.Code;

    [Description("Of a multiple choice, in the order of the questionnaire."), ListSize(5)]
    public IReadOnlyList<string>? Codes => (answer as Answer.CodedSet)?.Codes;

    [Description("As typed, in the unit of the question.")]
    public decimal? Number => (answer as Answer.Number)?.Value;

    [Description("Words.")]
    public string? Text => (answer as Answer.Words)?.Value;

    [Description("A day.")]
    public DateOnly? Date => (answer as Answer.Day)?.Value;

    [Description("From one day to another, both included.")]
    public PeriodView? Period => answer is Answer.Period period ? new(period.From, period.To) : null;

    [
        Id,
        Description("Of a roster: the ids of its items, in the order in which they were added. An empty list says that there is none."),
        ListSize(10)
    ]
    public IReadOnlyList<string>? Items => (answer as Answer.Items)?.Ids;

    [Description("Why there is no value.")]
    public MissingReason? Missing => (answer as Answer.Missing)?.Reason;
}
