namespace Dmk.Maturity.GraphQL;

[Name("CellCode"), Description("Where a cell stands in one of its reporting variables.")]
internal sealed record CellCodeView(
    [property: Id, Description("The reporting variable, as in land.")] string Variable,
    [property: Description("As in SN.")] string Code,
    [property: Description("In the language that was asked for.")] string Name
);
