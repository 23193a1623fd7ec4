using Dmk.Maturity.Grains;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dmk.Maturity.Web;

/// <summary>The edge of the pages: a fault is logged once and answered with a page in the reader's language, never with a stack
/// trace.</summary>
internal sealed partial class PageFaults(ILogger<PageFaults> log) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(Guard);
            next(app);
        };

    private async Task Guard(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The reader has gone; nobody is left to answer.
        }
        catch (StoreBusyException) when (IsPage(http) && !http.Response.HasStarted)
        {
            await Answer(http, StatusCodes.Status429TooManyRequests);
        }
        catch (Exception fault) when (IsPage(http) && !http.Response.HasStarted)
        {
            PageFailed(http.Request.Method, http.GetEndpoint()?.DisplayName ?? "?", fault);
            await Answer(
                http,
                fault is PartitionMissingException or DamagedResponseException
                    ? StatusCodes.Status503ServiceUnavailable
                    : StatusCodes.Status500InternalServerError
            );
        }
    }

    private static Task Answer(HttpContext http, int status)
    {
        http.Response.Clear();
        return ErrorPage.Result(http, status).ExecuteAsync(http);
    }

    private static bool IsPage(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<PageMark>() is not null;

    [LoggerMessage(4001, LogLevel.Error, "A page failed: {Method} {Page}")]
    private partial void PageFailed(string method, string page, Exception fault);
}
