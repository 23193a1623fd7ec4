using System.Diagnostics;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dmk.Maturity.Web;

/// <summary>The pages of the sections: shown, saved, and left to the next one.</summary>
internal static class SectionPages
{
    /// <summary>The last part of the address to which the choice after a conflict is sent.</summary>
    public const string Choosing = "choose";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/section/{section}", Show);
        site.MapPost("/section/{section}", (PageRequest request, string section, Visits visits) => Save(request, section, visits))
            .WithMetadata(new KeepsWhatWasTyped());
        site.MapGet(
            $"/section/{{section}}/{Choosing}",
            (PageRequest request, string handle, string section) => SeeOther.To(request.To($"/survey/{handle}/section/{section}"))
        );
        site.MapPost(
                $"/section/{{section}}/{Choosing}",
                async (PageRequest request, string section, Visits visits) =>
                    await visits.Find(request.Http) is { } visit
                        ? await Choose(request, visit, section, request.Http.Request.Form, visits)
                        : SurveyPages.KeptUntilEntry(request)
            )
            .WithMetadata(new KeepsWhatWasTyped());
    }

    private static async Task<IResult> Show(PageRequest request, string section, Visits visits)
    {
        if (await visits.Find(request.Http) is not { } visit)
        {
            return SurveyPages.ToEntry(request);
        }

        if (Find(visit, section) is not { } asked)
        {
            return ErrorPage.Result(request.Http, StatusCodes.Status404NotFound);
        }

        if (!visit.Interview.IsAsked(asked))
        {
            return SeeOther.To(request.To(visit.Path()));
        }

        var query = request.Http.Request.Query;
        var view = SectionView.Of(visit, asked, request.Language) with
        {
            Note = query.ContainsKey("new") ? SectionNote.NewQuestions : SectionNote.Nothing,
            From = CameFrom.Path(visit, query["from"]) is null ? "" : query["from"].ToString(),
        };
        return Page(request, visit, query.ContainsKey("problems") ? view.WithStoredProblems(visit) : view);
    }

    private static async Task<IResult> Save(PageRequest request, string section, Visits visits) =>
        await visits.Find(request.Http) is { } visit
            ? await Save(request, visit, section, request.Http.Request.Form, visits)
            : SurveyPages.KeptUntilEntry(request);

    /// <summary>Saves what can be read of a section's form, and shows what cannot.</summary>
    public static async Task<IResult> Save(PageRequest request, Visit visit, string section, IFormCollection form, Visits visits) =>
        SentSection.Of(visit, section, form) is not { } sent ? ErrorPage.Result(request.Http, StatusCodes.Status400BadRequest)
        : FormGuard.HasExpired(request.Http) ? Expired(request, sent)
        : await Save(request, sent, visits);

    private static IResult Expired(PageRequest request, SentSection sent)
    {
        var shown = InLanguagePressed(request, sent.Posted.Go);
        return sent.Section is not { } section ? SeeOther.To(shown.To(SectionWay.Changed(sent.Visit)))
            : sent.Visit.MayAnswer ? Page(shown, sent.Visit, SectionView.Unsent(sent.Visit, section, sent.Posted, shown.Language))
            : NotStored(shown, sent);
    }

    private static async Task<IResult> Save(PageRequest request, SentSection sent, Visits visits)
    {
        var changes = sent.Changes;
        if (!sent.Visit.MayAnswer && changes.Count + sent.Read.Problems.Count > 0)
        {
            return await Closed(request, sent, visits);
        }

        if (changes.Count == 0)
        {
            return await Stored(request, sent, visits);
        }

        return await sent.Visit.Response.Save(sent.Revision, changes) switch
        {
            SaveOutcome.Saved saved => await Stored(request, sent.With(saved.State), visits),
            // What the company's grain refuses is left out, and the rest is saved: once, as it has then named all of them.
            SaveOutcome.Refused refused when refused.Problems.Any(problem => changes.ContainsKey(problem.Variable)) => await Save(
                request,
                sent.Without(refused.Problems),
                visits
            ),
            SaveOutcome.Conflicting conflict => await Conflicting(request, sent, conflict, visits),
            SaveOutcome.Closed closed => await Closed(request, sent.With(closed.State), visits),
            SaveOutcome.Refused or SaveOutcome.UnknownRevision => ErrorPage.Result(request.Http, StatusCodes.Status400BadRequest),
            var other => throw new UnreachableException(other.GetType().Name),
        };
    }

    private static async Task<IResult> Conflicting(PageRequest request, SentSection sent, SaveOutcome.Conflicting met, Visits visits)
    {
        var news = sent.News(met.Conflicts);
        if (news.Count == 0)
        {
            return await Save(request, sent.With(met.State) with { Revision = met.State.Revision }, visits);
        }

        // The language changes at once; where the choice leads is the section then.
        var stays = sent.Posted.Go == "language" ? sent with { Posted = sent.Posted with { Go = SentSection.Here } } : sent;
        return ConflictPageOf(InLanguagePressed(request, sent.Posted.Go), ConflictView.Of(stays, met.State, news));
    }

    /// <summary>After all that can be read is stored: on, unless something is wrong that the person has not seen yet.</summary>
    private static async Task<IResult> Stored(PageRequest request, SentSection sent, Visits visits)
    {
        if (sent.Visit.MayAnswer && RosterChange.Of(sent.Visit.Questionnaire, sent.Posted.Go) is { } change)
        {
            var (state, item) = await change.Save(sent.Visit);
            var changed = sent.With(state) with { Posted = sent.Posted with { Go = RosterChange.Done + item } };
            return await Stored(request, changed, visits);
        }

        var read = sent.Read with { Problems = sent.Problems };
        var areSeen = read.Problems.All(problem => sent.Posted.Seen.Contains(SectionView.SeenOf(problem, sent.Posted.Values)));
        var isSeen =
            areSeen
            && sent.Posted.Go is not ("language" or SentSection.Here)
            && !sent.Posted.Go.StartsWith(RosterChange.Done, StringComparison.Ordinal);
        var stays = sent.Posted.Searched is not null || sent.Posted.Removing is not null || (read.Problems.Count > 0 && !isSeen);
        if (!stays || !sent.Visit.MayAnswer || sent.Section is not { } section)
        {
            return await SectionWay.Onward(request, sent, visits);
        }

        var shown = InLanguagePressed(request, sent.Posted.Go);
        return Page(shown, sent.Visit, SectionView.Wrong(sent.Visit, section, sent.Posted, read, shown.Language));
    }

    /// <summary>Nothing can be stored any more: what was typed is shown, in the language or after the signing out that was
    /// asked for.</summary>
    private static async Task<IResult> Closed(PageRequest request, SentSection sent, Visits visits)
    {
        if (sent.Posted.Go != "leave")
        {
            return NotStored(InLanguagePressed(request, sent.Posted.Go), sent);
        }

        await visits.Forget(request.Http);
        return new RazorComponentResult<NotStoredPage>(
            new
            {
                Request = request,
                Sent = sent,
                HasLeft = true,
            }
        );
    }

    /// <summary>After a conflict: the person has chosen between two values for each variable. Who leaves without a choice keeps what is
    /// stored.</summary>
    public static async Task<IResult> Choose(PageRequest request, Visit visit, string section, IFormCollection form, Visits visits)
    {
        if (ConflictView.Read(visit, section, form) is not { } chosen)
        {
            return ErrorPage.Result(request.Http, StatusCodes.Status400BadRequest);
        }

        // Pressing Enter sends "next".
        var pressed = form["go!"].ToString();
        var leaves = pressed is not ("" or "next" or "language");
        var note =
            FormGuard.HasExpired(request.Http) ? ConflictNote.FormExpired
            : pressed is "" or "next" && chosen.Open.Count > 0 ? ConflictNote.ChoiceMissing
            : ConflictNote.Nothing;
        if (visit.MayAnswer && (pressed == "language" || note != ConflictNote.Nothing))
        {
            return ConflictPageOf(InLanguagePressed(request, pressed), chosen with { Note = note });
        }

        var decided = chosen.Decided with
        {
            Posted = leaves || pressed == "language" ? chosen.Sent.Posted with { Go = pressed } : chosen.Sent.Posted,
        };
        return FormGuard.HasExpired(request.Http)
            ? NotStored(InLanguagePressed(request, pressed), decided)
            : await Save(request, decided, visits);
    }

    /// <summary>A page that was made by sending a form has no address of its own in the other language: it is made in it.</summary>
    private static PageRequest InLanguagePressed(PageRequest request, string go) =>
        go == "language" ? request with { Language = request.Language.Other } : request;

    private static Section? Find(Visit visit, string id) => visit.Questionnaire.Sections.FirstOrDefault(section => section.Id == id);

    private static RazorComponentResult<SectionPage> Page(PageRequest request, Visit visit, SectionView view)
    {
        if (view.HasSum && visit.MayAnswer)
        {
            PageHeaders.AllowOwnScript(request.Http.Response);
        }

        return new(
            new
            {
                Request = request,
                Visit = visit,
                View = view,
            }
        );
    }

    private static RazorComponentResult<NotStoredPage> NotStored(PageRequest request, SentSection sent) =>
        new(new { Request = request, Sent = sent });

    private static RazorComponentResult<ConflictPage> ConflictPageOf(PageRequest request, ConflictView view) =>
        new(new { Request = request, View = view });
}
