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
    public const string UnsureField = "kept-unsure!";

    /// <summary>Before the names of the fields: no field of a page begins so.</summary>
    public const string Prefix = "kept!";

    /// <summary>Whether it came without a token of ours, as after a night with a closed browser, or from another site: it is shown once the
    /// code is entered, and saved only when the person sends it then.</summary>
    public bool IsUnsure { get; init; }

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
        )
        {
            IsUnsure = FormGuard.HasExpired(http),
        };

    /// <param name="http">Its form is that of the page of the code.</param>
    /// <returns>Null where the page of the code carried none.</returns>
    public static KeptForm? Carried(HttpContext http)
    {
        var form = http.Request.Form;
        return form[HandleField].ToString() is { Length: > 0 } handle
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
            {
                // Where the page of the code itself is not known to be ours, nothing that it carries is.
                IsUnsure = form.ContainsKey(UnsureField) || FormGuard.HasExpired(http),
            }
            : null;
    }

    private static string PageOf(string path, string handle) =>
        path[(path.IndexOf($"/{handle}/", StringComparison.Ordinal) + handle.Length + 2)..];

    public FormCollection AsForm() =>
        new(
            Fields
                .GroupBy(field => field.Key, field => field.Value, StringComparer.Ordinal)
                .ToDictionary(field => field.Key, field => new StringValues([.. field]), StringComparer.Ordinal)
        );
}
