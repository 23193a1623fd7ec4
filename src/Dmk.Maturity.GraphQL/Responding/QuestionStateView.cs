namespace Dmk.Maturity.GraphQL;

[Name("QuestionState"), Description("A question under the company's answers.")]
internal sealed record QuestionStateView(
    [property: Id, Description("As in the questionnaire.")] string Id,
    [property: Description("Whether it is on the path.")] bool Asked,
    [property: Description("Whether its answer is what the frame gave; the company can correct or clear it.")] bool Prefilled
);
