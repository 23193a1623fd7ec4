using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Description("An answer to one variable: exactly one of code, codes, number, text, date, period, items, missing and clear.")]
internal sealed class AnswerInput
{
    [Id, Description("The variable, as in ai_use, skills.training or sites[k3f9x2].persons.")]
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

    [Description("From one day to another.")]
    public PeriodInput? Period { get; set; }

    [
        Id,
        Description(
            "Of a roster: the ids of all its items, each 6 to 32 letters and digits drawn by whoever adds the item. An item left out "
                + "goes with its answers; an empty list says that there is none."
        )
    ]
    public IReadOnlyList<string>? Items { get; set; }

    [Description("The reason for not answering, one of those that the question offers.")]
    public MissingReason? Missing { get; set; }

    [Description("True takes the answer back.")]
    public bool? Clear { get; set; }
}
