using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Dmk.Maturity.GraphQL;

/// <summary>Lets the next one in before a mutation is carried out: from then on it waits for the disk and needs hardly any processor. A
/// query keeps its turn to the end.</summary>
internal sealed class LeavesLane(IDisposable turn) : DocumentExecutionListenerBase
{
    public override Task AfterValidationAsync(IExecutionContext context, IValidationResult validationResult)
    {
        if (context.Operation.Operation == OperationType.Mutation)
        {
            turn.Dispose();
        }

        return Task.CompletedTask;
    }
}
