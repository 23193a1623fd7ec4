namespace Dmk.Maturity.GraphQL;

[Name("NodeWeightInput"), Description("A weight to try for a dimension of an index.")]
internal sealed class NodeWeightInput
{
    [Id, Description("The id of the dimension.")]
    public required string Node { get; init; }

    [Description("Relative to those of the other dimensions, which keep their own where they are not named; 0 or above.")]
    public required double Weight { get; init; }
}
