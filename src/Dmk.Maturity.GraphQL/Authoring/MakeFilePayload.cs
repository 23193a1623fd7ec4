namespace Dmk.Maturity.GraphQL;

[Name("MadeFile"), Description("A file made of a questionnaire's text.")]
internal sealed record MakeFilePayload(
    [property: Description("Null where the questionnaire has an error.")] DefinitionFileView? File,
    [property: Description("Errors in the text; nothing is made then."), ListSize(20)] IReadOnlyList<AuthorProblemView> Problems
);
