using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.Web;

/// <summary>Sends the browser to another page with GET (303), as after every posted form.</summary>
internal sealed class SeeOther : IResult
{
    private readonly string _path;

    private SeeOther(string path) => _path = path;

    /// <param name="path">Of this site, beginning with a slash.</param>
    public static SeeOther To(string path) =>
        path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal)
            ? new(path)
            : throw new ArgumentException($"Not a path of this site: {path}", nameof(path));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = _path;
        return Task.CompletedTask;
    }
}
