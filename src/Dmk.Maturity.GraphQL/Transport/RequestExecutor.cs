using GraphQL.Execution;
using GraphQLParser.AST;
using Microsoft.Extensions.Logging;

namespace Dmk.Maturity.GraphQL;

/// <summary>From a request to its result: parse, measure, refuse or execute.</summary>
internal sealed partial class RequestExecutor(
    ISchema schema,
    IDocumentExecuter engine,
    Documents documents,
    Rules rules,
    TableCells cells,
    Gatekeeper gatekeeper,
    GraphQLLimits limits,
    TimeProvider time,
    IServiceProvider services,
    ILogger<RequestExecutor> log
)
{
    /// <param name="turn">Given back early where only the disk is waited for.</param>
    /// <param name="queriesOnly">For GET, which must not change anything.</param>
    /// <returns>The result, and the HTTP status of its worst refusal; 200 where it was executed.</returns>
    public async Task<(ExecutionResult Result, int Status)> Execute(
        GraphQLRequest request,
        Caller caller,
        IDisposable turn,
        bool queriesOnly,
        CancellationToken cancellation
    )
    {
        schema.Initialize();
        var (parsed, error) = documents.Parse(request.Query);
        if (parsed is null)
        {
            return Refused([error!]);
        }

        if (parsed.Operation(request.OperationName) is { } operation)
        {
            if (queriesOnly && operation.Operation != OperationType.Query)
            {
                return Refused([new Refusal("METHOD_NOT_ALLOWED", "GET is for queries only. Send mutations with POST.", 405)]);
            }

            var size = OperationSize.Of(schema, parsed.Document, operation, request.Variables, cells, limits);
            if (gatekeeper.Refusals(size, caller) is { Count: > 0 } refusals)
            {
                return Refused(refusals);
            }
        }

        return await Run(request, parsed, caller, turn, cancellation);
    }

    public static (ExecutionResult Result, int Status) Refused(IReadOnlyList<ExecutionError> errors)
    {
        var result = new ExecutionResult { Executed = false, Errors = [] };
        foreach (var error in errors)
        {
            result.Errors.Add(error);
        }

        return (result, errors.OfType<Refusal>().Select(refusal => refusal.Status).DefaultIfEmpty(400).Max());
    }

    private async Task<(ExecutionResult Result, int Status)> Run(
        GraphQLRequest request,
        ParsedDocument parsed,
        Caller caller,
        IDisposable turn,
        CancellationToken cancellation
    )
    {
        var options = Options(request, parsed, caller, cancellation);
        options.Listeners.Add(new LeavesLane(turn));
        var result = await engine.ExecuteAsync(options).WaitAsync(cancellation);
        if (result.Executed && !parsed.IsValid)
        {
            documents.Keep(request.Query, parsed);
        }

        return result.Executed ? (result, IsStoreDown(result) ? 503 : 200) : Refused([.. result.Errors!.Take(limits.Errors)]);
    }

    private static bool IsStoreDown(ExecutionResult result) =>
        result.Errors?.Any(error => WorldFault.Of(error.InnerException)?.IsOfStore == true) == true;

    private ExecutionOptions Options(GraphQLRequest request, ParsedDocument parsed, Caller caller, CancellationToken cancellation)
    {
        var options = new ExecutionOptions
        {
            Schema = schema,
            Query = request.Query,
            Document = parsed.Document,
            OperationName = request.OperationName,
            Variables = request.Variables,
            UserContext = new Dictionary<string, object?> { [Caller.Key] = caller },
            RequestServices = services,
            CancellationToken = cancellation,
            UnhandledExceptionDelegate = OnUnhandled,
        };
        options.ValidationRules = parsed.IsValid ? options.CachedDocumentValidationRules ?? [] : rules.All;
        return options;
    }

    /// <summary>The edge: what nobody expected is logged here, once, and its reader gets an id to ask about.</summary>
    private Task OnUnhandled(UnhandledExceptionContext context)
    {
        if (WorldFault.Of(context.OriginalException) is { } fault)
        {
            context.ErrorMessage = fault.Message;
            return Task.CompletedTask;
        }

        var incident = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        FieldFailed(log, incident, context.FieldContext?.FieldDefinition.Name ?? "-", context.OriginalException);
        context.ErrorMessage = "Something went wrong here that is not your fault. It has been recorded; name the id when you ask about it.";
        context.Exception = new InvalidOperationException(incident) { Data = { [ErrorWords.IncidentKey] = incident } };
        return Task.CompletedTask;
    }

    [LoggerMessage(3001, LogLevel.Error, "GraphQL request failed, incident {Incident}, field {Field}")]
    private static partial void FieldFailed(ILogger log, string incident, string field, Exception exception);
}
