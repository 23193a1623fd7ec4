namespace Dmk.Maturity.GraphQL;

[Description("What came of a further index model.")]
internal sealed record AddIndexPayload(
    [property: Description("The study as it is now.")] StudyView Study,
    [property: Description("The model; null where nothing was added.")] IndexView? Index,
    [property: Description("What forbids it; nothing was added then."), ListSize(20)] IReadOnlyList<AuthorProblemView> Problems
);
