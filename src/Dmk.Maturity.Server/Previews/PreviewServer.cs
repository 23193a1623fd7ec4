using System.Net;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Web;
using Microsoft.AspNetCore.DataProtection;

namespace Dmk.Maturity.Server;

/// <summary>The form of one questionnaire file on this machine alone: no data folder, no codes, nothing kept.</summary>
internal static class PreviewServer
{
    private const long LargestRequestInBytes = 1 << 20;

    /// <summary>Names and addresses of this machine: what a page elsewhere could have its own name lead to is none of them.</summary>
    private static readonly HashSet<string> _hosts = new(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "[::1]" };

    /// <exception cref="FaultException">The questionnaire cannot be read now; the message lists its problems.</exception>
    public static WebApplication Build(string path, string urls)
    {
        var source = new PreviewSource(QuestionnaireFile.At(path));
        var form = new PreviewedForm(source.Read, new UnstoredResponse(source.Read().Study, source.Frame, TimeProvider.System));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        QuietLog.Use(builder, LogLevel.Information, []);
        builder
            .WebHost.UseUrls(urls)
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = LargestRequestInBytes;
            });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddDmkPreview(form);
        var server = builder.Build();
        server.Use(Guard);
        server.MapDmkPreview();
        return server;
    }

    private static async Task Guard(HttpContext http, RequestDelegate next)
    {
        // Whatever the configuration of the machine says: nobody from elsewhere is answered.
        var isFromHere = http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
        if (isFromHere && _hosts.Contains(new HostString(http.Request.Headers.Host.ToString()).Host))
        {
            await next(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = "text/plain";
        await http.Response.WriteAsync("A preview answers to localhost only.", http.RequestAborted);
    }
}
