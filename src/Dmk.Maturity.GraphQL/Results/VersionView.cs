namespace Dmk.Maturity.GraphQL;

[Name("Version"), Description("A version of a definition, named by its content.")]
internal sealed record VersionView(
    [property: Id, Description("The same for all versions.")] string Id,
    [property: Description("Semantic version, as in 1.0.0.")] string Version,
    [property: Description("SHA-256 over the text of its file, lower-case hexadecimal.")] string Hash
);
