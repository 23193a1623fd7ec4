using System.Text;
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
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/survey/{section}", Show);
        site.MapPost("/survey/{section}", Save);
        site.MapPost("/survey/{section}/choose", Choose);
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
            return SeeOther.To(request.To("/survey"));
        }

        var query = request.Http.Request.Query;
        var view = SectionView.Of(visit, asked, request.Language) with { NewQuestions = query.ContainsKey("new") };
        return Page(request, visit, query.ContainsKey("problems") ? view.WithStoredProblems(visit) : view);
    }

    private static async Task<IResult> Save(PageRequest request, string section, Visits visits)
    {
        if (await visits.Find(request.Http) is not { } visit)
        {
            return SurveyPages.ToEntry(request);
        }

        if (Find(visit, section) is not { } asked)
        {
            return ErrorPage.Result(request.Http, StatusCodes.Status404NotFound);
        }

        if (PostedSection.Read(asked, request.Http.Request.Form) is not { } posted)
        {
            return ErrorPage.Result(request.Http, StatusCodes.Status400BadRequest);
        }

        var read = PostedAnswers.Read(
            visit.Questionnaire,
            SectionView.VariablesOf(visit, posted.Questions),
            posted.Values,
            request.Language
        );
        if (read.Problems.Count > 0)
        {
            return Page(request, visit, SectionView.Of(visit, asked, posted, read.Problems));
        }

        var changes = read.ChangesSince(posted.Before);
        if (changes.Count == 0)
        {
            return await Onward(request, visit, asked, posted.Go, posted, visits);
        }

        return await visit.Response.Save(posted.Revision, changes) switch
        {
            SaveOutcome.Saved saved => await Onward(request, visit.With(saved.State), asked, posted.Go, posted, visits),
            SaveOutcome.Refused refused => Page(request, visit, SectionView.Of(visit, asked, posted, refused.Problems)),
            SaveOutcome.Conflicting conflict => ConflictPageOf(
                request,
                visit.With(conflict.State),
                asked,
                conflict.Conflicts,
                changes,
                posted.Go
            ),
            SaveOutcome.UnknownRevision => ErrorPage.Result(request.Http, StatusCodes.Status400BadRequest),
            _ => SeeOther.To(request.To("/survey")),
        };
    }

    /// <summary>After a conflict: the person has chosen between two values for each variable.</summary>
    private static async Task<IResult> Choose(PageRequest request, string section, Visits visits)
    {
        if (await visits.Find(request.Http) is not { } visit)
        {
            return SurveyPages.ToEntry(request);
        }

        var form = request.Http.Request.Form;
        if (
            Find(visit, section) is not { } asked
            || !long.TryParse(form["revision!"], out var revision)
            || Changes(form) is not { } changes
        )
        {
            return ErrorPage.Result(request.Http, StatusCodes.Status400BadRequest);
        }

        foreach (var kept in changes.Keys.Where(variable => form[variable] == "stored").ToList())
        {
            changes.Remove(kept);
        }

        if (changes.Count == 0)
        {
            return await Onward(request, visit, asked, form["go!"].ToString(), null, visits);
        }

        return await visit.Response.Save(revision, changes) switch
        {
            SaveOutcome.Saved saved => await Onward(request, visit.With(saved.State), asked, form["go!"].ToString(), null, visits),
            SaveOutcome.Conflicting conflict => ConflictPageOf(
                request,
                visit.With(conflict.State),
                asked,
                conflict.Conflicts,
                changes,
                form["go!"].ToString()
            ),
            SaveOutcome.Closed => SeeOther.To(request.To("/survey")),
            _ => ErrorPage.Result(request.Http, StatusCodes.Status400BadRequest),
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
                return SeeOther.To($"/{request.Language.Other.Tag}/survey/{section.Id}");
            case "back":
                return SeeOther.To(request.To(Beside(visit, section, -1)));
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
            return SeeOther.To(request.To($"/survey/{section.Id}?new=1#q-{opened.Id}"));
        }

        var wrong = SectionView.SeenOf(SectionView.StoredProblems(visit, section));
        return wrong.Length > 0 && wrong != posted?.Seen
            ? SeeOther.To(request.To($"/survey/{section.Id}?problems=1"))
            : SeeOther.To(request.To(Beside(visit, section, 1)));
    }

    /// <summary>The section before or after on the path; before the first comes the overview, after the last the check.</summary>
    private static string Beside(Visit visit, Section section, int step)
    {
        var all = visit.Questionnaire.Sections;
        for (var place = all.TakeWhile(other => other.Id != section.Id).Count() + step; place >= 0 && place < all.Count; place += step)
        {
            if (visit.Interview.IsAsked(all[place]))
            {
                return "/survey/" + all[place].Id;
            }
        }

        return step > 0 ? "/survey/check" : "/survey";
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

    private static RazorComponentResult<ConflictPage> ConflictPageOf(
        PageRequest request,
        Visit visit,
        Section section,
        IReadOnlyList<Grains.Conflict> conflicts,
        Dictionary<string, Answer> changes,
        string go
    ) =>
        new(
            new
            {
                Request = request,
                Visit = visit,
                Section = section,
                Conflicts = conflicts,
                Changes = Encoding.UTF8.GetString(AnswersJson.Write(Answers.Of(changes))),
                Cleared = string.Join(' ', changes.Where(change => change.Value == Answer.Unanswered).Select(change => change.Key)),
                Go = go,
            }
        );

    private static Dictionary<string, Answer>? Changes(IFormCollection form)
    {
        try
        {
            var changes = AnswersJson.Read(Encoding.UTF8.GetBytes(form["changes!"].ToString())).All.ToDictionary(StringComparer.Ordinal);
            foreach (var cleared in form["cleared!"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                changes[cleared] = Answer.Unanswered;
            }

            return changes;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
