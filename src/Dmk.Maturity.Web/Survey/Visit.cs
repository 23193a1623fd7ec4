using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web;

/// <summary>A company at its form: who it is, what it is asked, what it has answered.</summary>
/// <param name="Company">Its name; null where none is kept.</param>
public sealed record Visit(
    string Token,
    CompanySession Session,
    string? Company,
    Study Study,
    Questionnaire Questionnaire,
    IResponseGrain Response,
    ResponseState State
)
{
    /// <summary>Path of a page of this response, without its language: <c>/survey/HANDLE</c> and what follows.</summary>
    public string Path(string rest = "") => $"/survey/{Session.Handle}{rest}";

    public string PathOf(Section section) => Path($"/section/{section.Id}");

    public Interview Interview => field ??= Interview.Of(Questionnaire, State.Answers);

    /// <summary>What the company is shown: colleagues, and the same person on another day, see the same order.</summary>
    public Showing Showing => field ??= State.Shown(Interview);

    /// <summary>All that is said about the answers as they are stored.</summary>
    public IReadOnlyList<FiredCheck> Fired => field ??= Study.Design.Fired(State.Entry, Interview);

    /// <summary>What the frame has given to the form; it may have been corrected since.</summary>
    public Answers Prefilled => field ??= Study.Design.Prefilled(State.Entry, Questionnaire);

    /// <summary>Whether the company may change its answers.</summary>
    public bool MayAnswer => State.FieldIsOpen && State.Status != ResponseStatus.Submitted;

    /// <summary>The sections on the path, in order.</summary>
    public IReadOnlyList<Section> Sections => [.. Questionnaire.Sections.Where(Interview.IsAsked)];

    public Visit With(ResponseState state) => new(Token, Session, Company, Study, Questionnaire, Response, state);
}
