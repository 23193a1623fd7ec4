using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("ResponseCheck"), Description("What stands between saved answers and their submission.")]
internal sealed class CheckView(CompanyResponse response, Language language)
{
    [Description("The revision that was checked.")]
    public int Revision => checked((int)response.State.Revision);

    [Description("Whether the answers can be submitted as they are, once every soft check is confirmed.")]
    public bool CanSubmit =>
        response.State is { Status: not ResponseStatus.Submitted, FieldIsOpen: true }
        && response.Interview.Problems.Count == 0
        && response.Fired.All(one => one.Check.Level != CheckLevel.Hard);

    [Description("Mistakes that forbid submission, in the order of the questions."), ListSize(30)]
    public IEnumerable<AnswerProblemView> Problems =>
        response.Interview.Problems.Select(problem => new AnswerProblemView(
            problem with
            {
                Message = response.Showing.Message(problem),
            },
            language
        ));

    [Description(NotOfferedAnswers.Means), ListSize(10)]
    public IEnumerable<AnswerProblemView> NotOffered => NotOfferedAnswers.Of(response, language);

    [Description("Hard checks that fail: they forbid submission."), ListSize(10)]
    public IEnumerable<FiredCheckView> Hard => Fired(CheckLevel.Hard);

    [Description("Soft checks that fail: submission asks for their confirmation."), ListSize(10)]
    public IEnumerable<FiredCheckView> Soft => Fired(CheckLevel.Soft);

    [Description("Checks that only say something."), ListSize(10)]
    public IEnumerable<FiredCheckView> Info => Fired(CheckLevel.Info);

    private IEnumerable<FiredCheckView> Fired(CheckLevel level) =>
        response.Fired.Where(one => one.Check.Level == level).Select(one => new FiredCheckView(one, response.Showing, language));
}
