using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

/// <summary>A company's response with the study that it belongs to.</summary>
/// <param name="Questionnaire">The version that it answers.</param>
internal sealed record CompanyResponse(ResponseState State, Study Study, Questionnaire Questionnaire)
{
    public Interview Interview => field ??= Interview.Of(Questionnaire, State.Answers);

    /// <summary>What the company is shown.</summary>
    public Showing Showing => field ??= State.Shown(Interview);

    /// <summary>All that is said about the answers.</summary>
    public IReadOnlyList<FiredCheck> Fired => field ??= Study.Design.Fired(State.Entry, Interview);

    /// <summary>What the frame has given; it may have been corrected since.</summary>
    public Answers Prefilled => field ??= Study.Design.Prefilled(State.Entry, Questionnaire);

    public static async Task<CompanyResponse> Of(ResponseState state, Catalogue catalogue, CancellationToken cancellation)
    {
        var study = await catalogue.Study(state.StudyId, cancellation);
        return study?.Version(state.QuestionnaireVersion) is { } version
            ? new(state, study, version.Questionnaire)
            : throw new InvalidOperationException(
                $"The response {state.Key} belongs to {state.QuestionnaireId}@{state.QuestionnaireVersion} of {state.StudyId}, which is "
                    + "not in the catalogue."
            );
    }

    /// <summary>With changes that were sent and not stored.</summary>
    public CompanyResponse With(IReadOnlyDictionary<string, Answer> changes) =>
        new(State with { Answers = State.Answers.With(changes) }, Study, Questionnaire);
}
