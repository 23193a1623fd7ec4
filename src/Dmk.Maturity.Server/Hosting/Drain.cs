using System.Net.Mime;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Web;

namespace Dmk.Maturity.Server;

/// <summary>How a server goes: what it has accepted is answered, what comes now is told to come again, and only then it stops
/// listening.</summary>
/// <remarks>Counts every request from the first middleware to the last byte, and every command run beside. Stopping
/// begins here, before the server lets go of its addresses and before grains and storage end.</remarks>
internal sealed partial class Drain(ILogger<Drain> log) : IStartupFilter, IHostedLifecycleService
{
    /// <summary>What is not answered by then is cut; the host ends some seconds later at the latest.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(25);

    /// <summary>Of the whole host, this included.</summary>
    public static readonly TimeSpan WholeStop = TimeSpan.FromSeconds(30);

    /// <summary>So long it goes on listening if it has lately been asked: whoever holds a connection is told to open another one later,
    /// and does not find it reset.</summary>
    private static readonly TimeSpan _farewell = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(20);

    private long _open;
    private long _answered;
    private volatile bool _stopping;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(Count);
            next(app);
        };

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        var begun = TimeProvider.System.GetTimestamp();
        var waiting = Interlocked.Read(ref _open);
        if (waiting > 0 || Interlocked.Read(ref _answered) > 0)
        {
            while (IsBusy() && TimeProvider.System.GetElapsedTime(begun) < Longest && !cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(_step, CancellationToken.None);
            }
        }

        Drained(log, waiting, (long)TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds, Interlocked.Read(ref _open));

        bool IsBusy()
        {
            return Interlocked.Read(ref _open) > 0 || TimeProvider.System.GetElapsedTime(begun) < _farewell;
        }
    }

    /// <summary>Counts work that is no request, and is waited for like one.</summary>
    /// <returns>False once the server is going: nothing may be begun then, and <see cref="End"/> is not called.</returns>
    public bool Begin()
    {
        Interlocked.Increment(ref _open);
        if (_stopping)
        {
            Interlocked.Decrement(ref _open);
            return false;
        }

        return true;
    }

    public void End()
    {
        Interlocked.Increment(ref _answered);
        Interlocked.Decrement(ref _open);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task Count(HttpContext http, RequestDelegate next)
    {
        Interlocked.Increment(ref _open);
        try
        {
            // Looked at once it is counted, so that nothing comes in between.
            if (_stopping && http.Request.Path != StoreHealth.LivePath)
            {
                await Refuse(http);
                return;
            }

            http.Response.OnStarting(CloseWhenStopping, http);
            await next(http);
            if (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.CompleteAsync();
            }
        }
        finally
        {
            End();
        }
    }

    /// <summary>The answer to a request that was accepted before tells its connection to end, too.</summary>
    private Task CloseWhenStopping(object http)
    {
        if (_stopping)
        {
            ((HttpContext)http).Response.Headers.Connection = "close";
        }

        return Task.CompletedTask;
    }

    private static async Task Refuse(HttpContext http)
    {
        http.Response.Headers.Connection = "close";
        http.Response.Headers.RetryAfter = $"{StoreDownException.RetryAfter.TotalSeconds:0}";
        if (http.Request.Path.StartsWithSegments("/graphql", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.ContentType = MediaTypeNames.Application.Json;
            http.Response.Headers.CacheControl = "no-store";
            await http.Response.WriteAsync(
                """{"errors":[{"message":"The server is being restarted; nothing of this was done. Try again in a few seconds.","""
                    + """ "extensions":{"code":"STOPPING"}}]}"""
            );
        }
        else if (http.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.ContentType = MediaTypeNames.Text.Plain;
            await http.Response.WriteAsync("stopping");
        }
        else
        {
            await ErrorPage.Stopping(http).ExecuteAsync(http);
        }
    }

    [LoggerMessage(
        5001,
        LogLevel.Information,
        "Stopping: open requests were waited for {Milliseconds} ms; open were {Waiting}, cut are {Cut}."
    )]
    private static partial void Drained(ILogger log, long waiting, long milliseconds, long cut);
}
