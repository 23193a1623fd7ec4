namespace Dmk.Maturity.GraphQL;

[Description("What kind of answer a question asks for.")]
internal enum QuestionType
{
    [Description("One option.")]
    Single,

    [Description("Any number of options.")]
    Multiple,

    [Description("One option for each row.")]
    Grid,

    [Description("A whole number.")]
    Integer,

    [Description("A number.")]
    Decimal,

    [Description("A percentage.")]
    Percentage,

    [Description("An amount of money.")]
    Amount,

    [Description("Parts that add up to a total.")]
    SumGroup,

    [Description("Words.")]
    Text,

    [Description("A day.")]
    Date,

    [Description("Text only: nothing to answer.")]
    Note,
}
