using GraphQL.Validation;
using GraphQLParser.AST;

namespace Dmk.Maturity.GraphQL;

/// <summary>A rule of validation that looks no further once as many mistakes are known as are told.</summary>
internal sealed class FewErrors(IValidationRule rule, GraphQLLimits limits) : IValidationRule
{
    public async ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) =>
        Ending(await rule.GetPreNodeVisitorAsync(context));

    public ValueTask<IVariableVisitor?> GetVariableVisitorAsync(ValidationContext context) => rule.GetVariableVisitorAsync(context);

    public async ValueTask<INodeVisitor?> GetPostNodeVisitorAsync(ValidationContext context) =>
        Ending(await rule.GetPostNodeVisitorAsync(context));

    private Visitor? Ending(INodeVisitor? visitor) => visitor is null ? null : new Visitor(visitor, limits.Errors);

    private sealed class Visitor(INodeVisitor visitor, int most) : INodeVisitor
    {
        public ValueTask EnterAsync(ASTNode node, ValidationContext context) =>
            IsEnough(context) ? default : visitor.EnterAsync(node, context);

        public ValueTask LeaveAsync(ASTNode node, ValidationContext context) =>
            IsEnough(context) ? default : visitor.LeaveAsync(node, context);

        private bool IsEnough(ValidationContext context) => context.HasErrors && context.Errors.Count() >= most;
    }
}
