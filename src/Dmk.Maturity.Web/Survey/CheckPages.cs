using System.Diagnostics;
using System.Security.Cryptography;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dmk.Maturity.Web;

/// <summary>The last page of the form: what is wrong, what is to be confirmed, and submission.</summary>
internal static class CheckPages
{
    /// <summary>The last part of its address, and the page that corrections go back to.</summary>
    public const string Name = "check";

    private static readonly IReadOnlyDictionary<string, Answer> _noChanges = new Dictionary<string, Answer>();

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet($"/{Name}", Show);
        site.MapPost($"/{Name}", Send).WithMetadata(new KeepsWhatWasTyped());
    }

    private static async Task<IResult> Show(PageRequest request, Visits visits) =>
        await visits.Find(request.Http) is not { } visit ? SurveyPages.ToEntry(request)
        : visit.MayAnswer ? Page(request, new(visit, FreshKey(), visit.State.Confirmations, []))
        : SeeOther.To(request.To(visit.Path(visit.State.Receipt is null ? "" : "/receipt")));

    /// <summary>Keeps what was ticked and written whatever was pressed, and then does that: submits, or goes to another page.</summary>
    private static async Task<IResult> Send(PageRequest request, Visits visits)
    {
        if (await visits.Find(request.Http) is not { } visit)
        {
            return SurveyPages.KeptUntilEntry(request);
        }

        var form = request.Http.Request.Form;
        var key = form["key!"].ToString();
        if (key.Length is 0 or > 100)
        {
            return ErrorPage.Result(request.Http, StatusCodes.Status400BadRequest);
        }

        var confirmed = Confirmed(visit, form);
        if (FormGuard.HasExpired(request.Http))
        {
            return Page(request, new(visit, FreshKey(), confirmed, []) { HasExpired = true });
        }

        var fitting = Fitting(confirmed);
        var kept = visit.With(await visit.Response.Confirm(fitting));
        if (fitting.Count < confirmed.Count)
        {
            return TooLong(request, kept, key, confirmed);
        }

        return form["go!"].ToString() switch
        {
            "language" => SeeOther.To($"/{request.Language.Other.Tag}{visit.Path($"/{Name}")}"),
            "overview" => SeeOther.To(request.To(visit.Path())),
            "home" => SeeOther.To(request.To("")),
            var address when address.StartsWith(FieldNames.Goto, StringComparison.Ordinal) => Goto(
                request,
                kept,
                address[FieldNames.Goto.Length..]
            ),
            _ => await Submit(request, kept, key, confirmed, visits),
        };
    }

    /// <summary>Ticks and reasons that were sent after the session had ended: kept and shown. Submitting is left to the person, who has
    /// been away.</summary>
    public static async Task<IResult> Keep(PageRequest request, Visit visit, IFormCollection form)
    {
        var confirmed = Confirmed(visit, form);
        var fitting = Fitting(confirmed);
        var kept = visit.With(await visit.Response.Confirm(fitting));
        return kept.MayAnswer && fitting.Count < confirmed.Count
            ? TooLong(request, kept, FreshKey(), confirmed)
            : SeeOther.To(request.To(visit.Path($"/{Name}")));
    }

    /// <summary>Who writes how it comes about has confirmed it, with or without the tick.</summary>
    private static Dictionary<string, string> Confirmed(Visit visit, IFormCollection form) =>
        visit
            .Study.Design.Confirmable(visit.Questionnaire)
            .Select(check =>
                (
                    Id: check,
                    IsTicked: form.ContainsKey("confirm!" + check),
                    Reason: LineEnds.Normalised(form["reason!" + check].ToString()).Trim()
                )
            )
            .Where(check => check.IsTicked || check.Reason.Length > 0)
            .ToDictionary(check => check.Id, check => check.Reason, StringComparer.Ordinal);

    private static Dictionary<string, string> Fitting(Dictionary<string, string> confirmed) =>
        confirmed.Where(one => CheckReason.Fits(one.Value)).ToDictionary(StringComparer.Ordinal);

    private static RazorComponentResult<CheckPage> TooLong(
        PageRequest request,
        Visit visit,
        string key,
        Dictionary<string, string> confirmed
    ) => Page(request, new(visit, key, confirmed, [.. confirmed.Where(one => !CheckReason.Fits(one.Value)).Select(one => one.Key)]));

    /// <summary>To a section, or to a variable's field in it.</summary>
    private static SeeOther Goto(PageRequest request, Visit visit, string id) =>
        SeeOther.To(
            request.To(
                visit.Questionnaire.Sections.FirstOrDefault(section => section.Id == id) is { } section
                    ? $"{visit.PathOf(section)}?from={Name}"
                    : CheckView.AddressOf(visit, id, Name) ?? visit.Path($"/{Name}")
            )
        );

    private static async Task<IResult> Submit(
        PageRequest request,
        Visit visit,
        string key,
        IReadOnlyDictionary<string, string> confirmed,
        Visits visits
    ) =>
        await visit.Response.Submit(key, _noChanges, confirmed) switch
        {
            // Found anew: submitting may have taken the response to another version of the questionnaire.
            SubmitOutcome.Incomplete incomplete => Page(
                request,
                new(await visits.Find(request.Http) ?? visit, key, confirmed, incomplete.UnconfirmedChecks)
            ),
            SubmitOutcome.Closed => SeeOther.To(request.To(visit.Path())),
            SubmitOutcome.Accepted or SubmitOutcome.AlreadySubmitted => SeeOther.To(request.To(visit.Path("/receipt"))),
            var other => throw new UnreachableException(other.GetType().Name),
        };

    private static string FreshKey() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    private static RazorComponentResult<CheckPage> Page(PageRequest request, CheckView view) =>
        new(
            new
            {
                Request = request,
                view.Visit,
                View = view,
            }
        );
}
