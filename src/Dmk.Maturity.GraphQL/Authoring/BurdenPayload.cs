namespace Dmk.Maturity.GraphQL;

[Name("BurdenOfQuestionnaire"), Description("What the ways through a questionnaire cost.")]
internal sealed record BurdenPayload(
    [property: Description("The shortest, the longest, then each made-up respondent; empty where there are errors."), ListSize(50)]
        IReadOnlyList<BurdenView> Paths,
    [property: Description("Errors in the texts; nothing is counted then."), ListSize(20)] IReadOnlyList<AuthorProblemView> Problems
);
