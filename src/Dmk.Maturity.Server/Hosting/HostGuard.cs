using System.Globalization;
using System.Net.Mime;

namespace Dmk.Maturity.Server;

/// <summary>Refuses requests whose Host header names no host, before anything is rendered: addresses are made from it.</summary>
internal sealed class HostGuard : IStartupFilter
{
    /// <summary>Of a host's name (RFC 1035, 2.3.4).</summary>
    private const int LongestName = 253;

    private static readonly IdnMapping _names = new();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(Guard);
            next(app);
        };

    /// <returns>Whether it is a name or an address, with or without a port from 1 to 65535.</returns>
    public static bool IsHost(HostString host)
    {
        if (!host.HasValue || host.Value.Contains('@', StringComparison.Ordinal))
        {
            return false;
        }

        var name = host.Host;
        var portIsGood = host.Value.Length == name.Length || host.Port is > 0 and <= ushort.MaxValue;
        return portIsGood
            && name.Length is > 0 and <= LongestName
            && Uri.CheckHostName(name) is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6
            && IsWritable(host);
    }

    /// <summary>What begins with <c>xn--</c> is a name in another writing, or none.</summary>
    private static bool IsWritable(HostString host)
    {
        try
        {
            return host.Host.StartsWith('[')
                || (_names.GetAscii(_names.GetUnicode(host.Host)).Length > 0 && host.ToUriComponent().Length > 0);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static async Task Guard(HttpContext http, RequestDelegate next)
    {
        // As it was sent: the framework fails where it decodes what is no name.
        if (IsHost(new HostString(http.Request.Headers.Host.ToString())))
        {
            await next(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = MediaTypeNames.Text.Plain;
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsync("The request names no host of this server in its header Host.", http.RequestAborted);
    }
}
