namespace Dmk.Maturity.GraphQL;

[Description("What came of publishing a questionnaire.")]
internal sealed record PublishQuestionnairePayload(
    [property: Description("The version as it is published; null where something forbids it.")] QuestionnaireView? Questionnaire,
    [property: Description("What forbids it; nothing was published then."), ListSize(20)] IReadOnlyList<AuthorProblemView> Problems
);
