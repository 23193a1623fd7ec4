using GraphQL.Execution;
using GraphQL.Validation;

namespace Dmk.Maturity.GraphQL;

/// <summary>What callers see of an error: a message, a stable code, nothing internal.</summary>
internal sealed class ErrorWords : IErrorInfoProvider
{
    /// <summary>The key under which an unexpected exception carries the id it was logged with.</summary>
    public const string IncidentKey = "dmk.incident";

    public ErrorInfo GetInfo(ExecutionError executionError)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = CodeOf(executionError) };
        if (executionError is Refusal refusal)
        {
            foreach (var (name, fact) in refusal.Facts)
            {
                extensions[name] = fact;
            }
        }

        if (executionError.InnerException?.Data[IncidentKey] is string incident)
        {
            extensions["id"] = incident;
        }

        return new ErrorInfo { Message = executionError.Message, Extensions = extensions };
    }

    private static string CodeOf(ExecutionError error) =>
        error switch
        {
            Refusal refusal => refusal.Code!,
            SyntaxError => "SYNTAX_ERROR",
            InvalidVariableError => "INVALID_VARIABLES",
            ValidationError => "VALIDATION_FAILED",
            NoOperationError or NoOperationNameError or InvalidOperationNameError => "OPERATION_NOT_FOUND",
            UnhandledError => WorldFault.Of(error.InnerException)?.Code ?? "INTERNAL",
            _ => error.Code ?? "REQUEST_FAILED",
        };
}
