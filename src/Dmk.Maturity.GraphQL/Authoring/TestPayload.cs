namespace Dmk.Maturity.GraphQL;

[Name("TestedQuestionnaire"), Description("What came of made-up respondents.")]
internal sealed record TestPayload(
    [property: Description("Respondents of whom all came as expected.")] int Passed,
    [property: Description("The others.")] int Failed,
    [property: Description("All that came otherwise, in the order of the texts."), ListSize(50)] IReadOnlyList<TestFailureView> Failures,
    [property: Description("What cannot be read; a text with an error is not run."), ListSize(20)] IReadOnlyList<AuthorProblemView> Problems
);
