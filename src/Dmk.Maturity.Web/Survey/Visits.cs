using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dmk.Maturity.Web;

/// <summary>Knows whose form a request is about: a company's, by its session, or one that an author tries.</summary>
public abstract class Visits
{
    public const string Cookie = "dmk-company";

    /// <summary>Looks once for each request.</summary>
    /// <returns>Null where nobody has entered a code, or the session has ended.</returns>
    public async Task<Visit?> Find(HttpContext http)
    {
        if (http.Features.Get<FoundVisit>() is { } found)
        {
            return found.Visit;
        }

        var visit = await Look(http);
        http.Features.Set(new FoundVisit(visit));
        return visit;
    }

    /// <returns>Null where nobody has entered a code, or the session has ended.</returns>
    protected abstract Task<Visit?> Look(HttpContext http);

    /// <summary>Ends the visit.</summary>
    public abstract Task Forget(HttpContext http);

    /// <summary>The handle that an address names; empty where it names none.</summary>
    public static string HandleOf(HttpContext http) => http.GetRouteValue("handle") as string ?? "";
}
