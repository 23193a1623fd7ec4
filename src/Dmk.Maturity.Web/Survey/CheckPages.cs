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
        : visit.MayAnswer
            ? Page(
                request,
                CheckView.Of(visit, FreshKey()) with
                {
                    Note = request.Http.Request.Query.ContainsKey("kept") ? CheckNote.NotSubmittedYet : CheckNote.Nothing,
                }
            )
        : SeeOther.To(request.To(visit.Path(visit.State.Receipt is null ? "" : "/receipt")));

    /// <summary>Keeps what was ticked and written whatever was pressed, and then does that: submits, or goes to another page.</summary>
    private static async Task<IResult> Send(PageRequest request, Visits visits)
    {
        if (await visits.Find(request.Http) is not { } visit)
        {
            return SurveyPages.KeptUntilEntry(request);
        }

        if (!visit.MayAnswer)
        {
            return SeeOther.To(request.To(visit.Path(visit.State.Receipt is null ? "" : "/receipt")));
        }

        if (PostedCheck.Read(visit, request.Http.Request.Form) is not { } posted)
        {
            return ErrorPage.Result(request.Http, StatusCodes.Status400BadRequest);
        }

        var language = posted.Go == "language" ? request.Language.Other : request.Language;
        if (FormGuard.HasExpired(request.Http))
        {
            return Page(request with { Language = language }, CheckView.Of(visit, posted) with { Note = CheckNote.FormExpired });
        }

        var kept = visit.With(await visit.Response.Confirm(posted.Fitting));
        if (posted.TooLong.Any(check => posted.Go is "" or "language" || !posted.SeenTooLong.Contains(check)))
        {
            return Page(request with { Language = language }, CheckView.Of(kept, posted) with { Unconfirmed = posted.TooLong });
        }

        return posted.Go switch
        {
            "language" => SeeOther.To($"/{language.Tag}{visit.Path($"/{Name}")}"),
            "overview" => SeeOther.To(request.To(visit.Path())),
            "home" => SeeOther.To(request.To("")),
            var address when address.StartsWith(FieldNames.Goto, StringComparison.Ordinal) => Goto(
                request,
                kept,
                address[FieldNames.Goto.Length..]
            ),
            _ => await Submit(request, kept, posted, visits),
        };
    }

    /// <summary>Ticks and reasons that were sent after the session had ended: kept and shown. Submitting is left to the person, who has
    /// been away.</summary>
    public static async Task<IResult> Keep(PageRequest request, Visit visit, IFormCollection form)
    {
        if (!visit.MayAnswer || PostedCheck.Read(visit, form) is not { } posted)
        {
            return SeeOther.To(request.To(visit.Path()));
        }

        if (FormGuard.HasExpired(request.Http))
        {
            return Page(request, CheckView.Of(visit, posted) with { Note = CheckNote.FormExpired });
        }

        var kept = visit.With(await visit.Response.Confirm(posted.Fitting));
        return posted.TooLong.Count > 0
            ? Page(request, CheckView.Of(kept, posted) with { Unconfirmed = posted.TooLong })
            : SeeOther.To(request.To(visit.Path($"/{Name}?kept=1")));
    }

    /// <summary>To a section, or to a variable's field in it.</summary>
    private static SeeOther Goto(PageRequest request, Visit visit, string id) =>
        SeeOther.To(
            request.To(
                visit.Questionnaire.Sections.FirstOrDefault(section => section.Id == id) is { } section
                    ? $"{visit.PathOf(section)}?from={Name}"
                    : CheckView.AddressOf(visit, id, Name) ?? visit.Path($"/{Name}")
            )
        );

    private static async Task<IResult> Submit(PageRequest request, Visit visit, PostedCheck posted, Visits visits) =>
        await visit.Response.Submit(posted.Revision, posted.Key, _noChanges, posted.Confirmed) switch
        {
            // Found anew: submitting may have taken the response to another version of the questionnaire.
            SubmitOutcome.Incomplete incomplete => Page(
                request,
                CheckView.Of(await visits.Find(request.Http) ?? visit, posted) with
                {
                    Unconfirmed = incomplete.UnconfirmedChecks,
                }
            ),
            SubmitOutcome.Outdated or SubmitOutcome.UnknownRevision => Page(
                request,
                CheckView.Of(await visits.Find(request.Http) ?? visit, posted) with
                {
                    Note = CheckNote.ChangedMeanwhile,
                }
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
