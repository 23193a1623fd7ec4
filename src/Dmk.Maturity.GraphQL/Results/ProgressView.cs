namespace Dmk.Maturity.GraphQL;

[Name("FieldProgress"), Description("How far the field work in a Land has come.")]
internal sealed record ProgressView(
    [property: Description("The Land.")] CodeView Land,
    [property: Description("Companies drawn.")] int Drawn,
    [property: Description("Companies that have submitted.")] int Submitted
);
