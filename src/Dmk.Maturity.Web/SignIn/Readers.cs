using Dmk.Maturity.Grains;
using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.Web;

/// <summary>Knows readers of results again: by the sign-in that their cookie names, or by a token in the header.</summary>
public sealed class Readers(Accounts accounts, SignIns signIns)
{
    public const string Cookie = "dmk-reader";
    private const string Scheme = "Bearer";

    /// <summary>A token in the header goes before the cookie, and is never passed over when it is not good.</summary>
    public async Task<Reader> Find(HttpContext http) =>
        Bearer(http) is { } token ? await ByToken(token, http.RequestAborted) : await ByCookie(http);

    /// <summary>Who has signed in with this browser, whatever its header says.</summary>
    public async Task<Reader> ByCookie(HttpContext http) =>
        http.Request.Cookies[Cookie] is not { Length: > 0 } secret ? Reader.Without(SignInState.Nobody)
        : await signIns.Find(secret, http.RequestAborted) is { } audience ? new(SignInState.SignedIn, audience)
        : Reader.Without(SignInState.Ended);

    /// <returns>False when the token is unknown, revoked or has run out.</returns>
    public async Task<bool> Admit(HttpContext http, string token)
    {
        if (await signIns.Begin(token, http.RequestAborted) is not { } secret)
        {
            return false;
        }

        await End(http);
        http.Response.Cookies.Append(Cookie, secret, Options(http));
        return true;
    }

    /// <summary>Ends the sign-in, here and on the server.</summary>
    public async Task Forget(HttpContext http)
    {
        await End(http);
        http.Response.Cookies.Delete(Cookie, Options(http));
    }

    /// <returns>Null where there is none; empty where there are several.</returns>
    private static string? Bearer(HttpContext http)
    {
        var headers = http.Request.Headers.Authorization;
        var tokens = headers.Select(Bearer).OfType<string>().ToArray();
        return tokens.Length == 0 ? null
            : headers.Count == 1 ? tokens[0]
            : "";
    }

    /// <returns>Null for another scheme, as a proxy of somebody's own may ask for.</returns>
    private static string? Bearer(string? header)
    {
        var words = (header ?? "").Split(' ', 2, StringSplitOptions.TrimEntries);
        return words[0].Equals(Scheme, StringComparison.OrdinalIgnoreCase) ? words[^1] : null;
    }

    private async Task<Reader> ByToken(string token, CancellationToken cancellation) =>
        await accounts.Identify(token, cancellation) is { } audience
            ? new(SignInState.SignedIn, audience)
            : Reader.Without(SignInState.TokenRefused);

    private async Task End(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is { Length: > 0 } secret)
        {
            await signIns.End(secret, http.RequestAborted);
        }
    }

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
