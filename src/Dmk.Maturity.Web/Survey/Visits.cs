using Dmk.Maturity.Grains;
using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.Web;

/// <summary>Knows a company again by its session cookie.</summary>
public sealed class Visits(Entrance entrance, Catalogue catalogue, IGrainFactory grains)
{
    public const string Cookie = "dmk-company";

    /// <returns>Null where nobody has entered a code, or the session has ended.</returns>
    public async Task<Visit?> Find(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } token || await entrance.Find(token, http.RequestAborted) is not { } session)
        {
            return null;
        }

        var response = grains.GetGrain<IResponseGrain>(session.Response);
        var state = await response.Read();
        var study =
            await catalogue.Study(state.StudyId, http.RequestAborted)
            ?? throw new InvalidOperationException(
                $"Response {session.Response} belongs to the study {state.StudyId}, which does not exist."
            );
        var questionnaire =
            await catalogue.Questionnaire(state.QuestionnaireId, state.QuestionnaireVersion, http.RequestAborted)
            ?? throw new InvalidOperationException(
                $"Response {session.Response} was begun on "
                    + $"{state.QuestionnaireId}@{state.QuestionnaireVersion}, which does not exist."
            );
        return new(token, session, study, questionnaire, response, state);
    }

    public static void Remember(HttpContext http, string token, DateTimeOffset expires) =>
        http.Response.Cookies.Append(Cookie, token, Options(http, expires));

    public async Task Forget(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is { Length: > 0 } token)
        {
            await entrance.Leave(token, http.RequestAborted);
        }

        http.Response.Cookies.Delete(Cookie, Options(http, null));
    }

    private static CookieOptions Options(HttpContext http, DateTimeOffset? expires) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Expires = expires,
            Path = "/",
        };
}
