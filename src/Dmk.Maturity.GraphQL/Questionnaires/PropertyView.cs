namespace Dmk.Maturity.GraphQL;

[Name("Property"), Description("A further fact of a code.")]
internal sealed record PropertyView(
    [property: Description("What it is, as in nuts1.")] string Key,
    [property: Description("As text.")] string Value
);
