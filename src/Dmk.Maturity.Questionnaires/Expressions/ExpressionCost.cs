namespace Dmk.Maturity.Questionnaires;

/// <summary>How many steps evaluating an expression takes at most, known before anybody answers. A step is a value, an operator or a
/// comparison; a function over a roster looks at what stands in it once for each item that there can be. A computed value is one step:
/// it is worked out once for all that read it.</summary>
internal static class ExpressionCost
{
    /// <summary>An expression that takes more is refused.</summary>
    public const long Most = 100_000;

    /// <returns>At most one more than <see cref="Most"/>.</returns>
    public static long Of(ExpressionNode node, Names names) =>
        Math.Min(
            Most + 1,
            node switch
            {
                ExpressionNode.Name name => names.Find(name.Id) switch
                {
                    Named.Parts parts => parts.Slots.Count,
                    Named.Worked(var value) => value.Cost,
                    _ => 1,
                },
                ExpressionNode.Not not => 1 + Of(not.Operand, names),
                ExpressionNode.Negate negate => 1 + Of(negate.Operand, names),
                ExpressionNode.Binary binary => 1 + Of(binary.Left, names) + Of(binary.Right, names),
                ExpressionNode.OneOf oneOf => (1 + Of(oneOf.Item, names)) * oneOf.Items.Count + OfEach(oneOf.Items, 0, names),
                ExpressionNode.Ticked => 1,
                ExpressionNode.Call { Arguments: [ExpressionNode.Name first, ..] } call => names.Find(first.Id) is Named.Roster roster
                    ? 1 + (roster.Maximum * (1 + OfEach(call.Arguments, 1, roster.Inner)))
                    : 1 + OfEach(call.Arguments, 0, names),
                ExpressionNode.Call call => 1 + OfEach(call.Arguments, 0, names),
                _ => 1,
            }
        );

    /// <param name="first">The first that counts.</param>
    private static long OfEach(IReadOnlyList<ExpressionNode> nodes, int first, Names names)
    {
        var cost = 0L;
        for (var i = first; i < nodes.Count; i++)
        {
            cost += Of(nodes[i], names);
        }

        return cost;
    }
}
