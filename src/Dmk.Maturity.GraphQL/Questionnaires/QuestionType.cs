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

    [Description("From one day to another.")]
    Period,

    [Description("A code of a large classification, found by typing.")]
    CodeSearch,

    [Description("The same questions for each of several things.")]
    Roster,

    [Description("Text only: nothing to answer.")]
    Note,
}
