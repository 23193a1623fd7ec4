using GraphQL.Execution;
using GraphQL.Validation;

namespace Dmk.Maturity.GraphQL;

/// <summary>What callers see of an error: a message, a stable code, nothing internal.</summary>
internal sealed class ErrorWords : IErrorInfoProvider
{
    /// <summary>The key under which an unexpected exception carries the id it was logged with.</summary>
    public const string IncidentKey = "dmk.incident";

    /// <summary>Characters.</summary>
    private const int Longest = 300;

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

        var message = executionError is ValidationError ? Short(executionError.Message) : executionError.Message;
        return new ErrorInfo { Message = message, Extensions = extensions };
    }

    /// <summary>The engine's words repeat what was sent, however long it is.</summary>
    public static string Short(string words) => words.Length <= Longest ? words : $"{words.AsSpan(0, Longest)}…";

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
