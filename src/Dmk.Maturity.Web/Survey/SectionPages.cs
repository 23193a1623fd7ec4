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
    public static async Task<IResult> Save(PageRequest request, Visit visit, string section, IFormCollection form, Visits visits)
    {
        if (Find(visit, section) is not { } asked)
        {
            return ErrorPage.Result(request.Http, StatusCodes.Status404NotFound);
        }

        if (PostedSection.Read(asked, form) is not { } posted)
        {
            return ErrorPage.Result(request.Http, StatusCodes.Status400BadRequest);
        }

        if (FormGuard.HasExpired(request.Http))
        {
            return Page(request, visit, SectionView.Unsent(visit, asked, posted, request.Language));
        }

        var read = PostedAnswers.Read(visit.Questionnaire, SectionView.VariablesOf(visit, posted.Questions), posted.Values);
        return await Save(request, visit, asked, posted, read, visits);
    }

    private static async Task<IResult> Save(
        PageRequest request,
        Visit visit,
        Section section,
        PostedSection posted,
        PostedAnswers read,
        Visits visits
    )
    {
        var changes = read.ChangesSince(posted.Before);
        if (changes.Count == 0)
        {
            return await Stored(request, visit, section, posted, read, visits);
        }

        return await visit.Response.Save(posted.Revision, changes) switch
        {
            SaveOutcome.Saved saved => await Stored(request, visit.With(saved.State), section, posted, read, visits),
            // What the company's grain refuses is left out, and the rest is saved: once, as it has then named all of them.
            SaveOutcome.Refused refused when refused.Problems.Any(problem => changes.ContainsKey(problem.Variable)) => await Save(
                request,
                visit,
                section,
                posted,
                read.Without(refused.Problems),
                visits
            ),
            SaveOutcome.Conflicting conflict => ConflictPageOf(
                request,
                ConflictView.Of(visit.With(conflict.State), section, conflict.Conflicts, changes, posted.Go)
            ),
            SaveOutcome.Closed => SeeOther.To(request.To(visit.Path())),
            SaveOutcome.Refused or SaveOutcome.UnknownRevision => ErrorPage.Result(request.Http, StatusCodes.Status400BadRequest),
            var other => throw new UnreachableException(other.GetType().Name),
        };
    }

    /// <summary>After all that can be read is stored: on, unless something is wrong that the person has not seen yet.</summary>
    private static async Task<IResult> Stored(
        PageRequest request,
        Visit visit,
        Section section,
        PostedSection posted,
        PostedAnswers read,
        Visits visits
    )
    {
        var language = posted.Go == "language" ? request.Language.Other : request.Language;
        var areSeen = read.Problems.All(problem => posted.Seen.Contains(SectionView.SeenOf(problem, posted.Values)));
        return read.Problems.Count > 0 && (!areSeen || posted.Go == "language") && visit.MayAnswer
            ? Page(request with { Language = language }, visit, SectionView.Wrong(visit, section, posted, read.Problems, language))
            : await Onward(request, visit, section, posted.Go, posted, visits);
    }

    /// <summary>After a conflict: the person has chosen between two values for each variable.</summary>
    public static async Task<IResult> Choose(PageRequest request, Visit visit, string section, IFormCollection form, Visits visits)
    {
        if (Find(visit, section) is not { } asked || ConflictView.Posted(visit, asked, form) is not { } chosen)
        {
            return ErrorPage.Result(request.Http, StatusCodes.Status400BadRequest);
        }

        var go = form["go!"].ToString() is { Length: > 0 } pressed ? pressed : chosen.Go;
        if (go == "language" || FormGuard.HasExpired(request.Http))
        {
            var language = go == "language" ? request.Language.Other : request.Language;
            return ConflictPageOf(request with { Language = language }, chosen);
        }

        var changes = chosen.Changed;
        if (changes.Count == 0)
        {
            return await Onward(request, visit, asked, go, null, visits);
        }

        return await visit.Response.Save(chosen.Revision, changes) switch
        {
            SaveOutcome.Saved saved => await Onward(request, visit.With(saved.State), asked, go, null, visits),
            SaveOutcome.Conflicting conflict => ConflictPageOf(
                request,
                ConflictView.Of(visit.With(conflict.State), asked, conflict.Conflicts, changes, go)
            ),
            SaveOutcome.Closed => SeeOther.To(request.To(visit.Path())),
            SaveOutcome.Refused or SaveOutcome.UnknownRevision => ErrorPage.Result(request.Http, StatusCodes.Status400BadRequest),
            var other => throw new UnreachableException(other.GetType().Name),
        };
    }

    /// <summary>Where a saved section leads: to what the answers have opened, to what is wrong, or to where the pressed button
    /// points.</summary>
    private static async Task<IResult> Onward(
        PageRequest request,
        Visit visit,
        Section section,
        string go,
        PostedSection? posted,
        Visits visits
    )
    {
        switch (go)
        {
            case "leave":
                await visits.Forget(request.Http);
                return SeeOther.To(request.To("/survey/left"));
            case "language":
                return SeeOther.To($"/{request.Language.Other.Tag}{visit.PathOf(section)}{CameFrom.In(visit, posted?.From, "?")}");
            case "back":
                return SeeOther.To(request.To(Beside(visit, section, -1)));
            case "overview":
                return SeeOther.To(request.To(visit.Path()));
            case "home":
                return SeeOther.To(request.To(""));
            case var other when other.StartsWith(FieldNames.Goto, StringComparison.Ordinal):
                return SeeOther.To(request.To(ToOther(visit, section, other[FieldNames.Goto.Length..], posted?.From)));
        }

        if (
            posted is not null
            && visit.Interview.IsAsked(section)
            && SectionView
                .AskedIn(visit, section)
                .FirstOrDefault(question => question is not Question.Note && !posted.Questions.Contains(question))
                is { } opened
        )
        {
            return SeeOther.To(request.To($"{visit.PathOf(section)}?new=1{CameFrom.In(visit, posted?.From, "&")}#q-{opened.Id}"));
        }

        var wrong = SectionView.Of(visit, section, request.Language).WithStoredProblems(visit);
        return wrong.Problems.Any(problem => posted?.Seen.Contains(SectionView.SeenOf(problem, wrong.Values)) != true)
                ? SeeOther.To(request.To($"{visit.PathOf(section)}?problems=1{CameFrom.In(visit, posted?.From, "&")}"))
            : Hint.In(visit.Interview, section).FirstOrDefault(hint => posted?.Seen.Contains(hint.Seen) == false) is { } hint
                ? SeeOther.To(request.To($"{visit.PathOf(section)}{CameFrom.In(visit, posted?.From, "?")}#q-{hint.Question}"))
            : SeeOther.To(request.To(CameFrom.Path(visit, posted?.From) ?? Beside(visit, section, 1)));
    }

    /// <summary>To a question that a mistake of this section depends on. A correction there leads back: to where this page would lead, or
    /// to this page.</summary>
    private static string ToOther(Visit visit, Section section, string id, string? from) =>
        CheckView.AddressOf(visit, id, CameFrom.Path(visit, from) is null ? CameFrom.Of(section) : from!) ?? visit.PathOf(section);

    /// <summary>The section before or after on the path; before the first comes the overview, after the last the check.</summary>
    private static string Beside(Visit visit, Section section, int step)
    {
        var all = visit.Questionnaire.Sections;
        for (var place = all.TakeWhile(other => other.Id != section.Id).Count() + step; place >= 0 && place < all.Count; place += step)
        {
            if (visit.Interview.IsAsked(all[place]))
            {
                return visit.PathOf(all[place]);
            }
        }

        return visit.Path(step > 0 ? $"/{CheckPages.Name}" : "");
    }

    private static Section? Find(Visit visit, string id) => visit.Questionnaire.Sections.FirstOrDefault(section => section.Id == id);

    private static RazorComponentResult<SectionPage> Page(PageRequest request, Visit visit, SectionView view) =>
        new(
            new
            {
                Request = request,
                Visit = visit,
                View = view,
            }
        );

    private static RazorComponentResult<ConflictPage> ConflictPageOf(PageRequest request, ConflictView view) =>
        new(new { Request = request, View = view });
}
