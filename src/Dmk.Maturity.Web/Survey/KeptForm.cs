using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Dmk.Maturity.Web;

/// <summary>A form that was sent after the session had ended: the page of the code carries it in hidden fields until the same company has
/// entered again.</summary>
/// <param name="Handle">Of the response that it belongs to; no other may take it.</param>
/// <param name="Page">Where it was sent, below the response: <c>section/company</c>, <c>section/company/choose</c>, <c>check</c>.</param>
/// <param name="Fields">As they were sent.</param>
public sealed record KeptForm(string Handle, string Page, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public const string HandleField = "kept-handle!";
    public const string PageField = "kept-page!";

    /// <summary>Before the names of the fields: no field of a page begins so.</summary>
    public const string Prefix = "kept!";

    /// <summary>What was just sent to a page.</summary>
    public static KeptForm Of(HttpContext http) =>
        new(
            Visits.HandleOf(http),
            PageOf(http.Request.Path.Value ?? "", Visits.HandleOf(http)),
            [
                .. from field in http.Request.Form
                where field.Key != FormGuard.TokenField
                from value in field.Value
                select KeyValuePair.Create(field.Key, value),
            ]
        );

    /// <returns>Null where the page of the code carried none.</returns>
    public static KeptForm? Carried(IFormCollection form) =>
        form[HandleField].ToString() is { Length: > 0 } handle
            ? new(
                handle,
                form[PageField].ToString(),
                [
                    .. from field in form
                    where field.Key.StartsWith(Prefix, StringComparison.Ordinal)
                    from value in field.Value
                    select KeyValuePair.Create(field.Key[Prefix.Length..], value),
                ]
            )
            : null;

    private static string PageOf(string path, string handle) =>
        path[(path.IndexOf($"/{handle}/", StringComparison.Ordinal) + handle.Length + 2)..];

    public FormCollection AsForm() =>
        new(
            Fields
                .GroupBy(field => field.Key, field => field.Value, StringComparer.Ordinal)
                .ToDictionary(field => field.Key, field => new StringValues([.. field]), StringComparer.Ordinal)
        );
}
