namespace Dmk.Maturity.GraphQL;

[Name("Variable"), Description("The smallest part that can be answered: a question, a row of it, or the words behind an option.")]
internal sealed record VariableView(
    [property: Id, Description("As used in saveAnswers: question, question.row or question.option.")] string Id,
    [property: Description("What a company reads beside its field.")] string Label
);
