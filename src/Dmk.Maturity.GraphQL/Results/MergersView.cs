namespace Dmk.Maturity.GraphQL;

[Name("Mergers"), Description("How many weighting classes of a Land were merged into others.")]
internal sealed record MergersView(
    [property: Id, Description("The code of the Land.")] string Land,
    [property: Description("1 and above.")] int Count
);
