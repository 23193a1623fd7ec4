using System.Globalization;
using Dmk.Maturity.Grains;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dmk.Maturity.GraphQL;

/// <summary>GraphQL over HTTP: GET for queries, POST with JSON, statuses and media types by the specification.</summary>
internal sealed partial class GraphQLEndpoint(
    RequestReader reader,
    CallerReader callers,
    Lanes lanes,
    GraphQLLimits limits,
    RequestExecutor executer,
    IGraphQLSerializer serializer,
    TimeProvider time,
    ILogger<GraphQLEndpoint> log
)
{
    public async Task Answer(HttpContext http)
    {
        using var deadline = new CancellationTokenSource(limits.Time, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, deadline.Token);
        try
        {
            await AnswerOrThrow(http, either.Token);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; there is nobody to answer.
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !http.Response.HasStarted)
        {
            await Refuse(http, ResponseType.GraphQLResponse, TimedOut());
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

    private Refusal TimedOut() =>
        new(
            "TIMED_OUT",
            $"The request was given up after {limits.Time.TotalSeconds:0} seconds. Ask for less, or try again later; a "
                + "mutation may have taken effect, so read before you repeat it.",
            503
        );

    private async Task AnswerOrThrow(HttpContext http, CancellationToken cancellation)
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

        await AnswerRequest(http, type, isGet, cancellation);
    }

    private async Task AnswerRequest(HttpContext http, ResponseType type, bool isGet, CancellationToken cancellation)
    {
        var (body, notTaken) = await reader.Take(http.Request, cancellation);
        if (notTaken is not null)
        {
            await Refuse(http, type, notTaken);
            return;
        }

        var (caller, unknown) = await callers.Read(http, cancellation);
        if (caller is null)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            await Refuse(http, type, unknown!);
            return;
        }

        using var turn = await lanes.Enter(caller, cancellation);
        if (turn is null)
        {
            await Refuse(http, type, new Refusal("BUSY", "Too many requests wait here. Try again in a moment.", 503));
            return;
        }

        var (request, unreadable) = reader.Read(http.Request, body);
        if (request is null)
        {
            turn.Dispose();
            await Refuse(http, type, unreadable!);
            return;
        }

        var (result, status) = await executer.Execute(request, caller, turn, queriesOnly: isGet, cancellation);
        if (status == StatusCodes.Status405MethodNotAllowed)
        {
            http.Response.Headers.Allow = "POST";
        }

        using var written = new MemoryStream();
        await serializer.WriteAsync(written, result, cancellation);
        turn.Dispose();
        SayWhat(http, type, status is 405 or 503 ? status : type.StatusOf(status));
        await http.Response.Body.WriteAsync(written.GetBuffer().AsMemory(0, (int)written.Length), http.RequestAborted);
    }

    /// <summary>For requests that no GraphQL engine has seen: the status is the refusal's under either media type.</summary>
    private Task Refuse(HttpContext http, ResponseType type, Refusal refusal)
    {
        if (refusal.Status is StatusCodes.Status413PayloadTooLarge or StatusCodes.Status408RequestTimeout)
        {
            // The rest of the body is not read, so the connection cannot serve another request.
            http.Response.Headers.Connection = "close";
        }

        return Write(http, type, RequestExecutor.Refused([refusal]), refusal.Status);
    }

    private async Task Write(HttpContext http, ResponseType type, (ExecutionResult Result, int Status) answer, int status)
    {
        SayWhat(http, type, status);
        await serializer.WriteAsync(http.Response.Body, answer.Result, http.RequestAborted);
    }

    private static void SayWhat(HttpContext http, ResponseType type, int status)
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
    }

    [LoggerMessage(3002, LogLevel.Error, "GraphQL request failed outside of execution, incident {Incident}")]
    private static partial void RequestFailed(ILogger log, string incident, Exception exception);
}
