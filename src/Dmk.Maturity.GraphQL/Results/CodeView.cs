namespace Dmk.Maturity.GraphQL;

[Name("Code"), Description("A code of a reporting variable with its name.")]
internal sealed record CodeView(
    [property: Description("As in SN.")] string Code,
    [property: Description("In the language that was asked for.")] string Name
);
