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

    private readonly Dictionary<string, int> _sizes = new(StringComparer.Ordinal);

    /// <returns>What the value computes, or null when this is no computed value.</returns>
    public ExpressionNode? Computed(string id) => _computed.GetValueOrDefault(id);

    /// <returns>Null where it becomes too large.</returns>
    public ExpressionNode? Of(ExpressionNode node) =>
        Size(node) > MostNodes ? null
        : ReadsComputed(node) ? Expanded(node)
        : node;

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

    /// <summary>Of what it would become; each computed value is counted once and its count kept.</summary>
    private int Size(ExpressionNode node) =>
        node switch
        {
            ExpressionNode.Name name => Computed(name.Id) is { } value ? SizeOf(name.Id, value) : 1,
            ExpressionNode.Not not => 1 + Size(not.Operand),
            ExpressionNode.Negate negate => 1 + Size(negate.Operand),
            ExpressionNode.Binary binary => 1 + Size(binary.Left) + Size(binary.Right),
            ExpressionNode.OneOf oneOf => 1 + Size(oneOf.Item) + oneOf.Items.Sum(Size),
            ExpressionNode.Call call => 1 + call.Arguments.Sum(Size),
            _ => 1,
        };

    private int SizeOf(string id, ExpressionNode value)
    {
        if (!_sizes.TryGetValue(id, out var size))
        {
            _sizes[id] = size = Math.Min(MostNodes + 1, Size(value));
        }

        return size;
    }

    private bool ReadsComputed(ExpressionNode node) =>
        node switch
        {
            ExpressionNode.Name name => Computed(name.Id) is not null,
            ExpressionNode.Not not => ReadsComputed(not.Operand),
            ExpressionNode.Negate negate => ReadsComputed(negate.Operand),
            ExpressionNode.Binary binary => ReadsComputed(binary.Left) || ReadsComputed(binary.Right),
            ExpressionNode.OneOf oneOf => ReadsComputed(oneOf.Item) || oneOf.Items.Any(ReadsComputed),
            ExpressionNode.Call call => call.Arguments.Any(ReadsComputed),
            _ => false,
        };

    private ExpressionNode Expanded(ExpressionNode node) =>
        node switch
        {
            ExpressionNode.Name name => Computed(name.Id) is { } value ? Expanded(value) : name,
            ExpressionNode.Not not => not with { Operand = Expanded(not.Operand) },
            ExpressionNode.Negate negate => negate with { Operand = Expanded(negate.Operand) },
            ExpressionNode.Binary binary => binary with { Left = Expanded(binary.Left), Right = Expanded(binary.Right) },
            ExpressionNode.OneOf oneOf => oneOf with { Item = Expanded(oneOf.Item), Items = [.. oneOf.Items.Select(Expanded)] },
            ExpressionNode.Call call => call with { Arguments = [.. call.Arguments.Select(Expanded)] },
            _ => node,
        };
}
