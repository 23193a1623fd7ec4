using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.Web;

/// <summary>What every page tells the browser: nothing from elsewhere, no script but our own where a page has one, no frame, no
/// referrer, not to be stored.</summary>
public static class PageHeaders
{
    /// <summary>Images from data: are KERN-UX's icons, which its style sheet carries inside.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>For a page with a script of ours: that one may run, and still nothing inline and nothing from elsewhere.</summary>
    public static void AllowOwnScript(HttpResponse response) =>
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy + "; script-src 'self'";

    public static void Write(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
    }

    public static ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        Write(context.HttpContext.Response);
        return next(context);
    }
}
