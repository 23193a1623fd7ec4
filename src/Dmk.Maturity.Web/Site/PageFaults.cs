using System.Globalization;
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
            await Answer(http, Of(StatusCodes.Status429TooManyRequests));
        }
        catch (Exception fault) when (IsPage(http) && !http.Response.HasStarted)
        {
            // A store that is down is said once by the store itself, not once for each reader.
            if (StoreDownException.Of(fault) is null)
            {
                PageFailed(http.Request.Method, http.GetEndpoint()?.DisplayName ?? "?", fault);
            }

            var result =
                ResultUnknownException.Of(fault) is not null ? ErrorPage.ResultUnknown
                : StoreDownException.Of(fault) is { } down ? (down.IsDamage ? ErrorPage.StoreDamaged : ErrorPage.StoreDown)
                : fault is PartitionMissingException or DamagedResponseException ? Of(StatusCodes.Status503ServiceUnavailable)
                : Of(StatusCodes.Status500InternalServerError);
            await Answer(http, result);
        }
    }

    private static Func<HttpContext, IResult> Of(int status) => http => ErrorPage.Result(http, status);

    private static async Task Answer(HttpContext http, Func<HttpContext, IResult> page)
    {
        http.Response.Clear();
        var result = page(http);
        if (result is IStatusCodeHttpResult { StatusCode: StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable })
        {
            http.Response.Headers.RetryAfter = StoreDownException.RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        await result.ExecuteAsync(http);
    }

    private static bool IsPage(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<PageMark>() is not null;

    [LoggerMessage(4001, LogLevel.Error, "A page failed: {Method} {Page}")]
    private partial void PageFailed(string method, string page, Exception fault);
}
