using Dmk.Maturity.Questionnaires;
using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.Web;

/// <summary>Where a saved section leads: to what the answers have opened, to what is wrong, or to where the pressed button
/// points.</summary>
internal static class SectionWay
{
    public static async Task<IResult> Onward(PageRequest request, SentSection sent, Visits visits)
    {
        var (visit, posted) = (sent.Visit, sent.Posted);
        switch (posted.Go)
        {
            case "leave":
                await visits.Forget(request.Http);
                return SeeOther.To(request.To("/survey/left"));
            case "home":
                return SeeOther.To(request.To(""));
        }

        var language = posted.Go == "language" ? request.Language.Other : request.Language;
        if (sent.Section is not { } section || sent.IsOutdated)
        {
            return SeeOther.To($"/{language.Tag}{Changed(visit)}");
        }

        if (!visit.Interview.IsAsked(section))
        {
            return SeeOther.To($"/{language.Tag}{visit.Path($"?{OverviewNote.Name}={OverviewNote.NotAsked}")}");
        }

        var from = CameFrom.In(visit, posted.From, "?");
        return posted.Go switch
        {
            "language" or SentSection.Here => SeeOther.To($"/{language.Tag}{visit.PathOf(section)}{from}"),
            var done when done.StartsWith(RosterChange.Done, StringComparison.Ordinal) => SeeOther.To(
                request.To($"{visit.PathOf(section)}{from}#{PlaceOf(done[RosterChange.Done.Length..])}")
            ),
            "back" => SeeOther.To(request.To(Beside(visit, section, -1))),
            "overview" => SeeOther.To(request.To(visit.Path())),
            var other when other.StartsWith(FieldNames.Goto, StringComparison.Ordinal) => SeeOther.To(
                request.To(ToOther(visit, section, other[FieldNames.Goto.Length..], posted.From))
            ),
            _ => SeeOther.To(request.To(Next(visit, section, posted, request.Language))),
        };
    }

    private static string PlaceOf(string done) => done.EndsWith(']') ? FieldNames.ItemBlock(done) : FieldNames.Id(done);

    /// <summary>The overview, which says that there is another version of the questionnaire.</summary>
    public static string Changed(Visit visit) => visit.Path($"?{OverviewNote.Name}={OverviewNote.Changed}");

    private static string Next(Visit visit, Section section, PostedSection posted, Language language)
    {
        if (
            SectionView
                .AskedIn(visit, section)
                .FirstOrDefault(question => question is not Question.Note && !posted.Questions.Contains(question)) is
            { } opened
        )
        {
            return $"{visit.PathOf(section)}?new=1{CameFrom.In(visit, posted.From, "&")}#q-{opened.Id}";
        }

        var wrong = SectionView.Of(visit, section, language).WithStoredProblems(visit);
        return wrong.Problems.Any(problem => !posted.Seen.Contains(SectionView.SeenOf(problem, wrong.Values)))
                ? $"{visit.PathOf(section)}?problems=1{CameFrom.In(visit, posted.From, "&")}"
            : Hint.In(visit.Showing, section).FirstOrDefault(hint => !posted.Seen.Contains(hint.Seen)) is { } hint
                ? $"{visit.PathOf(section)}{CameFrom.In(visit, posted.From, "?")}#q-{hint.Question}"
            : CameFrom.Path(visit, posted.From) ?? Beside(visit, section, 1);
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
}
