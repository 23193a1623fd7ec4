using Dmk.Maturity.Grains;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dmk.Maturity.Web;

/// <summary>The way of a company: in with its code, over its sections, out with a receipt.</summary>
internal static class SurveyPages
{
    /// <summary>The button that opens the other questionnaire and gives up what was kept.</summary>
    public const string OtherQuestionnaire = "other";

    /// <summary>The button that goes to the start page and gives up what was kept.</summary>
    public const string GiveUp = "give-up";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/survey", Show);
        site.MapPost("/survey", Enter).WithMetadata(new KeepsWhatWasTyped(), new FormSize(PostedForm.MostOfTheEntrance));
        site.MapGet("/survey/left", (PageRequest request) => new RazorComponentResult<LeftPage>(new { Request = request }));

        MapForm(site);

        // Not for authors who try a form: there are no other companies.
        site.MapGet("/survey/{handle:length(" + Entrance.HandleLength + ")}/benchmark", Benchmark).AddEndpointFilter(FormLanguage.Filter);
    }

    /// <summary>The pages of one response, without those by which a company comes in.</summary>
    public static void MapForm(IEndpointRouteBuilder site)
    {
        var response = site.MapGroup("/survey/{handle:length(" + Entrance.HandleLength + ")}");
        response.MapGet("", Overview);
        response.MapPost("/leave", Leave).WithMetadata(new KeepsWhatWasTyped(), new FormSize(PostedForm.MostOfAnEntry));
        response.MapGet("/receipt", Receipt);
        CheckPages.Map(response);
        SectionPages.Map(response);
        response.AddEndpointFilter(FormLanguage.Filter);
    }

    /// <summary>Where a page needs a company and nobody has entered a code, or the session has ended.</summary>
    public static IResult ToEntry(PageRequest request) =>
        SeeOther.To(request.To(request.Http.Request.Cookies.ContainsKey(Visits.Cookie) ? "/survey?ended=1" : "/survey"));

    /// <summary>A form that was sent after the session had ended: nothing of it is lost while the code is entered again. One that is not
    /// known to be ours is only shown then: another site must not have its fields saved under a code.</summary>
    public static IResult KeptUntilEntry(PageRequest request) =>
        Page(request, new("", KeptForm.Of(request.Http), Note: EntryNote.SessionEnded));

    private static RazorComponentResult<EntryPage> Show(PageRequest request)
    {
        var ended = request.Http.Request.Query.ContainsKey("ended");
        return Page(request, new("", null, Note: ended ? EntryNote.SessionEnded : EntryNote.Nothing));
    }

    private static async Task<IResult> Overview(PageRequest request, Visits visits)
    {
        return await visits.Find(request.Http) is { } visit
            ? new RazorComponentResult<OverviewPage>(new { Request = request, Visit = visit })
            : ToEntry(request);
    }

    /// <summary>Does what was pressed; whatever comes of the code, a kept form is carried until it is where it belongs, or given
    /// up.</summary>
    private static async Task<IResult> Enter(PageRequest request, Entrance entrance, CompanyVisits visits)
    {
        var form = request.Http.Request.Form;
        var view = new EntryView(form["code"].ToString(), KeptForm.Carried(request.Http));
        switch (form["go!"].ToString())
        {
            case "language":
                return Page(request with { Language = request.Language.Other }, view);
            case "home" when view.Kept is not null:
                return Page(request, view with { Note = EntryNote.AskedForHome });
            case "home" or GiveUp:
                return SeeOther.To(request.To(""));
        }

        if (FormGuard.HasExpired(request.Http))
        {
            return Page(request, view with { Problem = SurveyWords.SendAgain });
        }

        var entry = await entrance.Enter(view.Typed, NetworkPrefix.Of(request.Http.Connection.RemoteIpAddress), request.Aborted);
        return entry is EntryOutcome.Granted granted
            ? await Granted(request, view, granted, entrance, visits)
            : Page(request, view with { Problem = EntryWords.Of(entry) });
    }

    private static async Task<IResult> Granted(
        PageRequest request,
        EntryView view,
        EntryOutcome.Granted granted,
        Entrance entrance,
        CompanyVisits visits
    )
    {
        var (token, session) = (granted.SessionToken, granted.Session);
        if (view.Kept is { } other && other.Handle != session.Handle && request.Http.Request.Form["go!"] != OtherQuestionnaire)
        {
            var company = (await visits.Open(token, session, request.Aborted)).Company;
            await entrance.Leave(token, request.Aborted);
            return Page(request, view with { Problem = EntryWords.OpensAnother(company), Note = EntryNote.OtherQuestionnaire });
        }

        CompanyVisits.Remember(request.Http, token, session);
        return view.Kept is { } kept && kept.Handle == session.Handle
            ? await SendAgain(request, await visits.Open(token, session, request.Aborted), kept, visits)
            : SeeOther.To(request.To($"/survey/{session.Handle}"));
    }

    /// <summary>What was kept goes where it was sent to, as if the session had lasted.</summary>
    private static async Task<IResult> SendAgain(PageRequest sent, Visit visit, KeptForm kept, Visits visits)
    {
        var request = FormLanguage.Of(sent, visit);
        request.Http.Features.Set(new FoundVisit(visit));
        if (kept.IsUnsure)
        {
            FormGuard.Expire(request.Http);
        }

        return kept.Page.Split('/') switch
        {
            ["section", var section] => await SectionPages.Save(request, visit, section, kept.AsForm(), visits),
            ["section", var section, SectionPages.Choosing] => await SectionPages.Choose(request, visit, section, kept.AsForm(), visits),
            [CheckPages.Name] => await CheckPages.Keep(request, visit, kept.AsForm()),
            _ => SeeOther.To(request.To(visit.Path())),
        };
    }

    private static async Task<IResult> Leave(PageRequest request, Visits visits)
    {
        // Whose browser sends the cookie of the session comes from our pages, whatever has become of the form's token: another site's form
        // brings none (SameSite), and signs nobody out.
        if (!FormGuard.HasExpired(request.Http) || request.Http.Request.Cookies.ContainsKey(Visits.Cookie))
        {
            await visits.Forget(request.Http);
        }

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

    private static async Task<IResult> Benchmark(PageRequest request, Visits visits, CompanyBenchmarks benchmarks) =>
        await visits.Find(request.Http) is not { } visit ? ToEntry(request)
        : await benchmarks.All(visit.Study, visit.State, request.Aborted) is not { Count: > 0 } all ? SeeOther.To(request.To(visit.Path()))
        : new RazorComponentResult<BenchmarkPage>(
            new
            {
                Request = request,
                Visit = visit,
                Benchmarks = all,
            }
        );

    private static RazorComponentResult<EntryPage> Page(PageRequest request, EntryView view) => new(new { Request = request, View = view });
}
