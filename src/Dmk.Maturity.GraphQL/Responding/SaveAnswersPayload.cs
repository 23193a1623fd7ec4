using System.Diagnostics;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Description("What came of a save, and where the response stands now.")]
internal sealed record SaveAnswersPayload(
    [property: Description("Stored or not.")] SaveResult Result,
    [property: Description("The response's revision now.")] int Revision,
    [property: Description("Where the response stands in its life.")] ResponseStatus Status,
    [property: Description("Whether the study takes answers now.")] bool FieldIsOpen,
    [property:
        Description("What is wrong with the answers: mistakes of form first, then what the questionnaire does not allow."),
        ListSize(20)
    ]
        IReadOnlyList<AnswerProblemView> Problems,
    [property: Description("What others changed since the base revision."), ListSize(10)] IReadOnlyList<ConflictView> Conflicts,
    [property: Description(NotOfferedAnswers.Means), ListSize(10)] IReadOnlyList<AnswerProblemView> NotOffered
)
{
    internal static SaveAnswersPayload Of(SaveOutcome outcome) =>
        outcome switch
        {
            SaveOutcome.Saved saved => With(SaveResult.Saved, saved.State),
            SaveOutcome.Conflicting conflicting => With(SaveResult.Conflicting, conflicting.State) with
            {
                Conflicts = [.. conflicting.Conflicts.Select(conflict => new ConflictView(conflict))],
            },
            SaveOutcome.Closed closed => With(SaveResult.Closed, closed.State),
            SaveOutcome.UnknownRevision unknown => With(SaveResult.UnknownRevision, unknown.State),
            _ => throw new UnreachableException(),
        };

    internal static SaveAnswersPayload Refused(ResponseState state, IReadOnlyList<AnswerProblem> problems, Language language) =>
        With(SaveResult.Refused, state) with
        {
            Problems = [.. problems.Select(problem => new AnswerProblemView(problem, language))],
        };

    private static SaveAnswersPayload With(SaveResult result, ResponseState state) =>
        new(result, checked((int)state.Revision), state.Status, state.FieldIsOpen, [], [], []);
}
