using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web;

/// <summary>A company at its form: who it is, what it is asked, what it has answered.</summary>
public sealed record Visit(
    string Token,
    CompanySession Session,
    Study Study,
    Questionnaire Questionnaire,
    IResponseGrain Response,
    ResponseState State
)
{
    public Interview Interview => field ??= Interview.Of(Questionnaire, State.Answers);

    /// <summary>Whether the company may change its answers.</summary>
    public bool MayAnswer => State.FieldIsOpen && State.Status != ResponseStatus.Submitted;

    /// <summary>The sections on the path, in order.</summary>
    public IReadOnlyList<Section> Sections => [.. Questionnaire.Sections.Where(Interview.IsAsked)];

    public Visit With(ResponseState state) => new(Token, Session, Study, Questionnaire, Response, state);
}
