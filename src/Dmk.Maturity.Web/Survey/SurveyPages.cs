using Dmk.Maturity.Grains;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dmk.Maturity.Web;

/// <summary>The way of a company: in with its code, over its sections, out with a receipt.</summary>
internal static class SurveyPages
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/survey", Overview);
        site.MapPost("/survey", Enter);
        site.MapPost("/survey/leave", Leave);
        site.MapGet("/survey/left", (PageRequest request) => new RazorComponentResult<LeftPage>(new { Request = request }));
        site.MapGet("/survey/receipt", Receipt);
        CheckPages.Map(site);
        SectionPages.Map(site);
    }

    /// <summary>Where a page needs a company and nobody has entered a code, or the session has ended.</summary>
    public static IResult ToEntry(PageRequest request) =>
        SeeOther.To(request.To(request.Http.Request.Cookies.ContainsKey(Visits.Cookie) ? "/survey?ended=1" : "/survey"));

    private static async Task<IResult> Overview(PageRequest request, Visits visits)
    {
        return await visits.Find(request.Http) is { } visit
            ? new RazorComponentResult<OverviewPage>(new { Request = request, Visit = visit })
            : Entry(request, null, "", request.Http.Request.Query.ContainsKey("ended"));
    }

    private static async Task<IResult> Enter(PageRequest request, Entrance entrance)
    {
        var typed = request.Http.Request.Form["code"].ToString();
        if (string.IsNullOrWhiteSpace(typed))
        {
            return Entry(request, SurveyWords.CodeMissing, typed, false);
        }

        switch (await entrance.Enter(typed, NetworkPrefix.Of(request.Http.Connection.RemoteIpAddress), request.Aborted))
        {
            case EntryOutcome.Granted granted:
                Visits.Remember(request.Http, granted.SessionToken, granted.Session.Expires);
                return SeeOther.To(request.To("/survey"));
            case EntryOutcome.Mistyped:
                return Entry(request, SurveyWords.CodeMistyped, typed, false);
            case EntryOutcome.TooManyFailures throttled:
                return Entry(request, SurveyWords.TooManyFailures((int)Math.Ceiling(throttled.RetryAfter.TotalMinutes)), "", false);
            default:
                return Entry(request, SurveyWords.CodeNotAccepted, typed, false);
        }
    }

    private static async Task<IResult> Leave(PageRequest request, Visits visits)
    {
        await visits.Forget(request.Http);
        return SeeOther.To(request.To("/survey/left"));
    }

    private static async Task<IResult> Receipt(PageRequest request, Visits visits) =>
        await visits.Find(request.Http) is not { } visit ? ToEntry(request)
        : visit.State.Receipt is not { } receipt ? SeeOther.To(request.To("/survey"))
        : new RazorComponentResult<ReceiptPage>(
            new
            {
                Request = request,
                Visit = visit,
                Receipt = receipt,
            }
        );

    private static RazorComponentResult<EntryPage> Entry(PageRequest request, Questionnaires.Text? problem, string typed, bool ended) =>
        new(
            new
            {
                Request = request,
                Problem = problem,
                Typed = typed,
                Ended = ended,
            }
        );
}
