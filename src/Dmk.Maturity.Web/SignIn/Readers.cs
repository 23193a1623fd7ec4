using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;
using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.Web;

/// <summary>Knows readers of results again by their token, kept in a cookie.</summary>
public sealed class Readers(Accounts accounts)
{
    public const string Cookie = "dmk-reader";

    /// <returns>Anyone where nobody has signed in, or the token has run out.</returns>
    public async Task<Audience> Find(HttpContext http) =>
        http.Request.Cookies[Cookie] is { Length: > 0 } token && await accounts.Identify(token, http.RequestAborted) is { } audience
            ? audience
            : Audience.Anyone;

    /// <returns>False when the token is unknown or has run out.</returns>
    public async Task<bool> Admit(HttpContext http, string token)
    {
        if (await accounts.Identify(token, http.RequestAborted) is null)
        {
            return false;
        }

        http.Response.Cookies.Append(Cookie, token, Options(http));
        return true;
    }

    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options(http));

    private static CookieOptions Options(HttpContext http) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = "/",
        };
}
