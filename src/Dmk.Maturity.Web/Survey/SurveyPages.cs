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
        site.MapGet("/survey", (PageRequest request) => Entry(request, null, "", request.Http.Request.Query.ContainsKey("ended")));
        site.MapPost("/survey", Enter).WithMetadata(new KeepsWhatWasTyped());
        site.MapGet("/survey/left", (PageRequest request) => new RazorComponentResult<LeftPage>(new { Request = request }));

        var response = site.MapGroup("/survey/{handle:length(" + Entrance.HandleLength + ")}");
        response.MapGet("", Overview);
        response.MapPost("/leave", Leave);
        response.MapGet("/receipt", Receipt);
        CheckPages.Map(response);
        SectionPages.Map(response);
    }

    /// <summary>Where a page needs a company and nobody has entered a code, or the session has ended.</summary>
    public static IResult ToEntry(PageRequest request) =>
        SeeOther.To(request.To(request.Http.Request.Cookies.ContainsKey(Visits.Cookie) ? "/survey?ended=1" : "/survey"));

    /// <summary>A form that was sent after the session had ended: nothing of it is lost while the code is entered
    /// again. One that is not known to be ours is not kept: another site must not have its fields saved under a code.</summary>
    public static IResult KeptUntilEntry(PageRequest request) =>
        FormGuard.HasExpired(request.Http) ? ToEntry(request) : Entry(request, null, "", ended: true, KeptForm.Of(request.Http));

    private static async Task<IResult> Overview(PageRequest request, Visits visits)
    {
        return await visits.Find(request.Http) is { } visit
            ? new RazorComponentResult<OverviewPage>(new { Request = request, Visit = visit })
            : ToEntry(request);
    }

    private static async Task<IResult> Enter(PageRequest request, Entrance entrance, Visits visits)
    {
        var form = request.Http.Request.Form;
        var kept = KeptForm.Carried(form);
        var typed = form["code"].ToString();
        if (FormGuard.HasExpired(request.Http))
        {
            return Entry(request, SurveyWords.SendAgain, typed, ended: false, kept);
        }

        if (string.IsNullOrWhiteSpace(typed))
        {
            return Entry(request, SurveyWords.CodeMissing, typed, ended: false, kept);
        }

        switch (await entrance.Enter(typed, NetworkPrefix.Of(request.Http.Connection.RemoteIpAddress), request.Aborted))
        {
            case EntryOutcome.Granted granted:
                Visits.Remember(request.Http, granted.SessionToken, granted.Session);
                return kept?.Handle == granted.Session.Handle
                    ? await SendAgain(request, await visits.Open(granted.SessionToken, granted.Session, request.Aborted), kept, visits)
                    : SeeOther.To(request.To($"/survey/{granted.Session.Handle}"));
            case EntryOutcome.WrongLength wrong:
                return Entry(request, SurveyWords.CodeWrongLength(wrong.Typed), typed, ended: false, kept);
            case EntryOutcome.Mistyped:
                return Entry(request, SurveyWords.CodeMistyped, typed, ended: false, kept);
            case EntryOutcome.TooManyFailures throttled:
                return Entry(
                    request,
                    SurveyWords.TooManyFailures((int)Math.Ceiling(throttled.RetryAfter.TotalMinutes)),
                    "",
                    ended: false,
                    kept
                );
            default:
                return Entry(request, SurveyWords.CodeNotAccepted, typed, ended: false, kept);
        }
    }

    /// <summary>What was kept goes where it was sent to, as if the session had lasted.</summary>
    private static async Task<IResult> SendAgain(PageRequest request, Visit visit, KeptForm kept, Visits visits) =>
        kept.Page.Split('/') switch
        {
            ["section", var section] => await SectionPages.Save(request, visit, section, kept.AsForm(), visits),
            ["section", var section, SectionPages.Choosing] => await SectionPages.Choose(request, visit, section, kept.AsForm(), visits),
            [CheckPages.Name] => await CheckPages.Keep(request, visit, kept.AsForm()),
            _ => SeeOther.To(request.To(visit.Path())),
        };

    private static async Task<IResult> Leave(PageRequest request, Visits visits)
    {
        await visits.Forget(request.Http);
        return SeeOther.To(request.To("/survey/left"));
    }

    private static async Task<IResult> Receipt(PageRequest request, Visits visits) =>
        await visits.Find(request.Http) is not { } visit ? ToEntry(request)
        : visit.State.Receipt is not { } receipt ? SeeOther.To(request.To(visit.Path()))
        : new RazorComponentResult<ReceiptPage>(
            new
            {
                Request = request,
                Visit = visit,
                Receipt = receipt,
            }
        );

    private static RazorComponentResult<EntryPage> Entry(
        PageRequest request,
        Questionnaires.Text? problem,
        string typed,
        bool ended,
        KeptForm? kept = null
    ) =>
        new(
            new
            {
                Request = request,
                Problem = problem,
                Typed = typed,
                Ended = ended,
                Kept = kept,
            }
        );
}
