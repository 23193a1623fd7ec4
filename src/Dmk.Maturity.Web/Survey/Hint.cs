using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>An information that answers have called up, at the question where it stands.</summary>
/// <param name="Check">What <see cref="FiredCheck.Id"/> gives.</param>
public sealed record Hint(string Check, string Question, Text Message)
{
    /// <summary>How a form says that it showed the hint.</summary>
    public string Seen => "hint:" + Check;

    /// <summary>The hints whose question stands in a section.</summary>
    public static IReadOnlyList<Hint> In(Showing showing, Section section) =>
        [
            .. from fired in showing.Interview.Fired
            where fired.Check.Level == CheckLevel.Info
            let place = CheckPlace.Of(showing.Interview, fired)
            let question = section.Questions.FirstOrDefault(question => CheckPlace.IsOf(place ?? "", question.Id))
            where question is not null
            select new Hint(fired.Id, question.Id, showing.Message(fired)),
        ];
}
