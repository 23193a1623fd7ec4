using System.Globalization;
using Dmk.Maturity.Grains;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dmk.Maturity.GraphQL;

/// <summary>GraphQL over HTTP: GET for queries, POST with JSON, statuses and media types by the specification.</summary>
internal sealed partial class GraphQLEndpoint(
    RequestReader reader,
    CallerReader callers,
    RequestExecutor executer,
    IGraphQLSerializer serializer,
    TimeProvider time,
    ILogger<GraphQLEndpoint> log
)
{
    public async Task Answer(HttpContext http)
    {
        try
        {
            await AnswerOrThrow(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; there is nobody to answer.
        }
        catch (BadHttpRequestException wrong)
        {
            await Write(
                http,
                ResponseType.GraphQLResponse,
                RequestExecutor.Refused([new Refusal("INVALID_REQUEST", "The request broke off or is not valid HTTP.", wrong.StatusCode)]),
                wrong.StatusCode
            );
        }
        catch (Exception exception) when (WorldFault.Of(exception) is { IsOfStore: true } fault && !http.Response.HasStarted)
        {
            await Refuse(http, ResponseType.GraphQLResponse, new Refusal(fault.Code, fault.Message, 503));
        }
        catch (Exception unexpected) when (!http.Response.HasStarted)
        {
            var incident = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
            RequestFailed(log, incident, unexpected);
            var refusal = new Refusal(
                "INTERNAL",
                "Something went wrong here that is not your fault. It has been recorded; name the id when you ask about it.",
                500
            )
            {
                Facts = { ["id"] = incident },
            };
            await Write(http, ResponseType.GraphQLResponse, RequestExecutor.Refused([refusal]), 500);
        }
    }

    private async Task AnswerOrThrow(HttpContext http)
    {
        var isGet = HttpMethods.IsGet(http.Request.Method);
        if (!isGet && !HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = "GET, POST";
            await Refuse(http, ResponseType.GraphQLResponse, new Refusal("METHOD_NOT_ALLOWED", "Use GET for queries, or POST.", 405));
            return;
        }

        if (ResponseTypes.Choose(http.Request) is not { } type)
        {
            await Refuse(http, ResponseType.GraphQLResponse, new Refusal("NOT_ACCEPTABLE", ResponseTypes.NotAcceptable, 406));
            return;
        }

        if (type == ResponseType.Html)
        {
            if (!http.Request.Query.ContainsKey("query"))
            {
                await WelcomePage.Write(http);
                return;
            }

            type = ResponseType.Json;
        }

        await AnswerRequest(http, type, isGet);
    }

    private async Task AnswerRequest(HttpContext http, ResponseType type, bool isGet)
    {
        var (request, unreadable) = await reader.Read(http, http.RequestAborted);
        if (request is null)
        {
            await Refuse(http, type, unreadable!);
            return;
        }

        var (caller, unknown) = await callers.Read(http, http.RequestAborted);
        if (caller is null)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            await Refuse(http, type, unknown!);
            return;
        }

        var answer = await executer.Execute(request, caller, queriesOnly: isGet, http.RequestAborted);
        if (answer.Status == StatusCodes.Status405MethodNotAllowed)
        {
            http.Response.Headers.Allow = "POST";
        }

        await Write(http, type, answer, answer.Status is 405 or 503 ? answer.Status : type.StatusOf(answer.Status));
    }

    /// <summary>For requests that no GraphQL engine has seen: the status is the refusal's under either media type.</summary>
    private Task Refuse(HttpContext http, ResponseType type, Refusal refusal)
    {
        if (refusal.Status == StatusCodes.Status413PayloadTooLarge)
        {
            // The rest of the body is not read, so the connection cannot serve another request.
            http.Response.Headers.Connection = "close";
        }

        return Write(http, type, RequestExecutor.Refused([refusal]), refusal.Status);
    }

    private async Task Write(HttpContext http, ResponseType type, (ExecutionResult Result, int Status) answer, int status)
    {
        http.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = StoreDownException.RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        http.Response.ContentType = type.ContentType;
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.Vary = "Accept, Authorization";
        await serializer.WriteAsync(http.Response.Body, answer.Result, http.RequestAborted);
    }

    [LoggerMessage(3002, LogLevel.Error, "GraphQL request failed outside of execution, incident {Incident}")]
    private static partial void RequestFailed(ILogger log, string incident, Exception exception);
}
