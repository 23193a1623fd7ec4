using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>One version of a study's questionnaire, with the study's index models read against it.</summary>
/// <param name="Indices">In the order of <see cref="Study.Indices"/>; their nodes are the same under every version.</param>
public sealed record StudyVersion(Questionnaire Questionnaire, IReadOnlyList<IndexModel> Indices)
{
    /// <summary>Whether a draft of this version may go on under the newest: every step between the two lets it.</summary>
    public required bool DraftsCarryOn { get; init; }

    public string Number => Questionnaire.Version;

    /// <summary>The versions of a study in their order; which drafts carry on follows from the steps between them.</summary>
    public static IReadOnlyList<StudyVersion> Of(
        IReadOnlyList<Questionnaire> questionnaires,
        Func<Questionnaire, IReadOnlyList<IndexModel>> read
    )
    {
        var versions = new List<StudyVersion>();
        var carriesOn = true;
        foreach (var (place, questionnaire) in questionnaires.Index().Reverse())
        {
            carriesOn =
                carriesOn
                && (
                    place == questionnaires.Count - 1
                    || QuestionnaireDiff.Of(questionnaire, questionnaires[place + 1]).Drafts == DraftVerdict.CarryOn
                );
            versions.Insert(0, new(questionnaire, read(questionnaire)) { DraftsCarryOn = carriesOn });
        }

        return versions;
    }
}
