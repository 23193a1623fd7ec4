using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.Web;

/// <summary>Knows a company again by its session cookie, of which there is one for each response: its path holds the response's handle,
/// so that several questionnaires can be open in one browser, and none can be written into another one's pages.</summary>
public sealed class CompanyVisits(Entrance entrance, Addressees addressees, Catalogue catalogue, IGrainFactory grains) : Visits
{
    /// <summary>How long a cookie outlives its session, so that the company is told that it has ended.</summary>
    private static readonly TimeSpan _afterwards = TimeSpan.FromDays(30);

    protected override async Task<Visit?> Look(HttpContext http)
    {
        if (
            http.Request.Cookies[Cookie] is not { Length: > 0 } token
            || await entrance.Find(token, http.RequestAborted) is not { } session
            || session.Handle != HandleOf(http)
        )
        {
            return null;
        }

        return await Open(token, session, http.RequestAborted);
    }

    public async Task<Visit> Open(string token, CompanySession session, CancellationToken aborted)
    {
        var response = grains.GetGrain<IResponseGrain>(session.Response);
        var state = await response.Read();
        var study =
            await catalogue.Study(state.StudyId, aborted)
            ?? throw new InvalidOperationException(
                $"Response {session.Response} belongs to the study {state.StudyId}, which does not exist."
            );
        var questionnaire =
            await catalogue.Questionnaire(state.QuestionnaireId, state.QuestionnaireVersion, aborted)
            ?? throw new InvalidOperationException(
                $"Response {session.Response} was begun on "
                    + $"{state.QuestionnaireId}@{state.QuestionnaireVersion}, which does not exist."
            );
        return new(token, session, await addressees.Name(session, aborted), study, questionnaire, response, state);
    }

    public static void Remember(HttpContext http, string token, CompanySession session)
    {
        foreach (var path in PathsOf(session.Handle))
        {
            http.Response.Cookies.Append(Cookie, token, Options(http, path, session.Expires + _afterwards));
        }
    }

    public override async Task Forget(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is { Length: > 0 } token)
        {
            await entrance.Leave(token, http.RequestAborted);
        }

        foreach (var path in PathsOf(HandleOf(http)))
        {
            http.Response.Cookies.Delete(Cookie, Options(http, path, null));
        }
    }

    private static IEnumerable<string> PathsOf(string handle) =>
        Enum.GetValues<Language>().Select(language => $"/{language.Tag}/survey/{handle}");

    private static CookieOptions Options(HttpContext http, string path, DateTimeOffset? expires) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Expires = expires,
            Path = path,
        };
}
