using Dmk.Maturity.Questionnaires;
using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.Web;

/// <summary>A request for a page: its language and where it is.</summary>
public sealed record PageRequest(HttpContext Http, Language Language)
{
    public CancellationToken Aborted => Http.RequestAborted;

    /// <summary>The same page in the other language, query included.</summary>
    public string InOtherLanguage
    {
        get
        {
            var path = Http.Request.Path.Value ?? "";
            var rest = path.Length > 3 && path[3] == '/' ? path[3..] : "";
            return $"/{Language.Other.Tag}{rest}{Http.Request.QueryString}";
        }
    }

    /// <summary>A path of this site in the language of this request.</summary>
    public string To(string path) => $"/{Language.Tag}{path}";

    /// <summary>Lets minimal endpoints take this record as a parameter.</summary>
    public static ValueTask<PageRequest?> BindAsync(HttpContext http) =>
        ValueTask.FromResult<PageRequest?>(new(http, SiteLanguage.Of(http.Request.Path)));
}
