namespace Dmk.Maturity.GraphQL;

[Name("ScoreBound"), Description("Between which values the scores of all companies of a cell lie.")]
internal sealed record ScoreBoundView(
    [property: Description("In points of the index.")] double Lower,
    [property: Description("In points of the index.")] double Upper
);
