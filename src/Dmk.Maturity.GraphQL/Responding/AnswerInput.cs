using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Description("An answer to one variable: exactly one of code, codes, number, text, date, missing and clear.")]
internal sealed class AnswerInput
{
    [Id, Description("The variable, as in ai_use or skills.training.")]
    public string Variable { get; set; } = "";

    [Description("Of a single choice, or of a row of a grid.")]
    public string? Code { get; set; }

    [Description("Of a multiple choice, in any order.")]
    public IReadOnlyList<string>? Codes { get; set; }

    [Description("In the unit of the question.")]
    public decimal? Number { get; set; }

    [Description("Words.")]
    public string? Text { get; set; }

    [Description("A day.")]
    public DateOnly? Date { get; set; }

    [Description("The reason for not answering, one of those that the question offers.")]
    public MissingReason? Missing { get; set; }

    [Description("True takes the answer back.")]
    public bool? Clear { get; set; }
}
