using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Dmk.Maturity.Web;

/// <summary>A section's form that was sent after the session had ended: the page of the code carries it in hidden fields until the same
/// company has entered again.</summary>
/// <param name="Handle">Of the response that it belongs to; no other may take it.</param>
/// <param name="Fields">As they were sent.</param>
public sealed record KeptForm(string Handle, string Section, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public const string HandleField = "kept-handle!";
    public const string SectionField = "kept-section!";

    /// <summary>Before the names of the fields: no field of a section begins so.</summary>
    public const string Prefix = "kept!";

    /// <summary>What was just sent to a section's page.</summary>
    public static KeptForm Of(HttpContext http) =>
        new(
            Visits.HandleOf(http),
            http.Request.RouteValues["section"] as string ?? "",
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
                form[SectionField].ToString(),
                [
                    .. from field in form
                    where field.Key.StartsWith(Prefix, StringComparison.Ordinal)
                    from value in field.Value
                    select KeyValuePair.Create(field.Key[Prefix.Length..], value),
                ]
            )
            : null;

    public FormCollection AsForm() =>
        new(
            Fields
                .GroupBy(field => field.Key, field => field.Value, StringComparer.Ordinal)
                .ToDictionary(field => field.Key, field => new StringValues([.. field]), StringComparer.Ordinal)
        );
}
