namespace Dmk.Maturity.Questionnaires;

/// <summary>Looks for what fits together in an expression and still can mean nothing: dividing by zero, a thousand written with a
/// point.</summary>
internal sealed class ExpressionSense(Names names, YamlScalar source)
{
    public void Look(ExpressionNode node)
    {
        switch (node)
        {
            case ExpressionNode.Number number when YamlScalar.IsThousands(number.Value):
                source.ReportThousands(number.At, number.Value);
                break;
            case ExpressionNode.Binary binary:
                Look(binary.Left);
                Look(binary.Right);
                Divided(binary);
                break;
            case ExpressionNode.Not not:
                Look(not.Operand);
                break;
            case ExpressionNode.Negate negate:
                Look(negate.Operand);
                break;
            case ExpressionNode.OneOf list:
                Look(list.Item);
                Look(list.Items);
                break;
            case ExpressionNode.Call call:
                Look(call.Arguments);
                break;
            default:
                break;
        }
    }

    private void Look(IReadOnlyList<ExpressionNode> nodes)
    {
        foreach (var node in nodes)
        {
            Look(node);
        }
    }

    private void Divided(ExpressionNode.Binary binary)
    {
        if (binary.Operator == "/" && HasNoName(binary.Right) && Expression.Of(binary.Right, names)?.Constant == 0)
        {
            source.ReportAt(
                binary.At,
                "division-by-zero",
                "This divides by zero, so it is missing whatever is answered. Write what to divide by.",
                Severity.Error
            );
        }
    }

    private static bool HasNoName(ExpressionNode node) =>
        node switch
        {
            ExpressionNode.Number => true,
            ExpressionNode.Negate negate => HasNoName(negate.Operand),
            ExpressionNode.Binary binary => HasNoName(binary.Left) && HasNoName(binary.Right),
            _ => false,
        };
}
