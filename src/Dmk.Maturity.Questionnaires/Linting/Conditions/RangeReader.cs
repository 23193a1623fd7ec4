using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Between which bounds an expression lies, as the bounds of the questions in it say.</summary>
internal static class RangeReader
{
    /// <param name="node">Without computed values.</param>
    public static NumberRange Of(ExpressionNode node, Questionnaire questionnaire) =>
        node switch
        {
            ExpressionNode.Number number => new(number.Value, number.Value),
            ExpressionNode.Negate negate => Of(negate.Operand, questionnaire).Negated,
            ExpressionNode.Name name => questionnaire.Variable(name.Id) is { } variable ? OfAnswer(variable) : NumberRange.Any,
            ExpressionNode.Binary { Operator: "+" } sum => Of(sum.Left, questionnaire).Plus(Of(sum.Right, questionnaire)),
            ExpressionNode.Binary { Operator: "-" } difference => Of(difference.Left, questionnaire)
                .Minus(Of(difference.Right, questionnaire)),
            ExpressionNode.Binary { Operator: "*" } product => Of(product.Left, questionnaire).Times(Of(product.Right, questionnaire)),
            ExpressionNode.Call { Function: "length", Arguments: [ExpressionNode.Name name] }
                when questionnaire.Variable(name.Id) is { } variable => OfLength(variable),
            ExpressionNode.Call call => OfCall(call, questionnaire),
            _ => NumberRange.Any,
        };

    public static NumberRange OfAnswer(Variable variable) =>
        variable.Question switch
        {
            Question.Numeric numeric => new(numeric.Min?.Constant, numeric.Max?.Constant),
            Question.SumGroup group => new(0, group.Total.Constant is { } total ? Arithmetic.Plus(total, group.Tolerance) : null),
            Question.Single
            or Question.Multiple
            or Question.Grid
            or Question.CodeSearch
            or Question.FreeText
            or Question.Date
            or Question.Period
            or Question.Roster
            or Question.Note => NumberRange.Any,
            _ => throw new UnreachableException(variable.Question.GetType().Name),
        };

    /// <summary>Characters of a text.</summary>
    private static NumberRange OfLength(Variable variable) =>
        variable is { Specify: null, Question: Question.FreeText text }
            ? new(text.MinimumLength, text.MaximumLength)
            : new(1, PossibleAnswer.SpecifyMaximumLength);

    private static NumberRange OfCall(ExpressionNode.Call call, Questionnaire questionnaire) =>
        Functions.Find(call.Function)?.Range([.. call.Arguments.Select(one => Of(one, questionnaire))]) ?? NumberRange.Any;
}
