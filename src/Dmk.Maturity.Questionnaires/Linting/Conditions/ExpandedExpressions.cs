namespace Dmk.Maturity.Questionnaires;

/// <summary>Writes expressions with computed values replaced by what they compute.</summary>
internal sealed class ExpandedExpressions(Questionnaire questionnaire)
{
    /// <summary>Larger expressions are not followed.</summary>
    private const int MostNodes = 300;

    private readonly Dictionary<string, ExpressionNode> _computed = questionnaire.Computed.ToDictionary(
        one => one.Id,
        one => one.Value.Node,
        StringComparer.Ordinal
    );

    /// <returns>What the value computes, or null when this is no computed value.</returns>
    public ExpressionNode? Computed(string id) => _computed.GetValueOrDefault(id);

    /// <returns>Null where it becomes too large.</returns>
    public ExpressionNode? Of(ExpressionNode node)
    {
        var left = MostNodes;
        return Of(node, ref left);
    }

    /// <summary>Where an expression begins: an operator stands behind its first operand.</summary>
    public static int Start(ExpressionNode node) =>
        node switch
        {
            ExpressionNode.Binary binary => Math.Min(binary.At, Start(binary.Left)),
            ExpressionNode.OneOf oneOf => Math.Min(oneOf.At, Start(oneOf.Item)),
            ExpressionNode.Ticked ticked => Math.Min(ticked.At, Start(ticked.Item)),
            ExpressionNode.Not not => Math.Min(not.At, Start(not.Operand)),
            _ => node.At,
        };

    private ExpressionNode? Of(ExpressionNode node, ref int left)
    {
        if (--left < 0)
        {
            return null;
        }

        return node switch
        {
            ExpressionNode.Name name => Computed(name.Id) is { } value ? Of(value, ref left) : name,
            ExpressionNode.Not not => Of(not.Operand, ref left) is { } denied ? not with { Operand = denied } : null,
            ExpressionNode.Negate negate => Of(negate.Operand, ref left) is { } negated ? negate with { Operand = negated } : null,
            ExpressionNode.Binary binary => Of(binary.Left, ref left) is { } first && Of(binary.Right, ref left) is { } second
                ? binary with
                {
                    Left = first,
                    Right = second,
                }
                : null,
            ExpressionNode.OneOf oneOf => Of(oneOf.Item, ref left) is { } item && Of(oneOf.Items, ref left) is { } items
                ? oneOf with
                {
                    Item = item,
                    Items = items,
                }
                : null,
            ExpressionNode.Call call => Of(call.Arguments, ref left) is { } arguments ? call with { Arguments = arguments } : null,
            _ => node,
        };
    }

    private List<ExpressionNode>? Of(IReadOnlyList<ExpressionNode> nodes, ref int left)
    {
        var all = new List<ExpressionNode>(nodes.Count);
        foreach (var node in nodes)
        {
            if (Of(node, ref left) is not { } one)
            {
                return null;
            }

            all.Add(one);
        }

        return all;
    }
}
