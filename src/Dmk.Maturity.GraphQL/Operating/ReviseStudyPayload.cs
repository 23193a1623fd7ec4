namespace Dmk.Maturity.GraphQL;

[Description("What came of a further questionnaire version.")]
internal sealed record ReviseStudyPayload(
    [property: Description("The study as it is now.")] StudyView Study,
    [property: Description("What has changed since the version before; empty where nothing was published."), ListSize(50)]
        IReadOnlyList<ChangeView> Changes,
    [property: Description("What forbids it; nothing was published then."), ListSize(20)] IReadOnlyList<AuthorProblemView> Problems
);
