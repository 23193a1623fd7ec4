namespace Dmk.Maturity.GraphQL;

[Description("What came of publishing a study.")]
internal sealed record PublishStudyPayload(
    [property: Description("The study as it is published; null where something forbids it.")] StudyView? Study,
    [property: Description("What forbids it; nothing was published then."), ListSize(20)] IReadOnlyList<AuthorProblemView> Problems
);
