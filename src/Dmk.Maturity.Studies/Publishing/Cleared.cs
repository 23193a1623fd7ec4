using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>What may be frozen. Only the <see cref="PublicationDoor"/> makes one, and nothing else is stored as published.</summary>
public abstract record Cleared
{
    private Cleared() { }

    /// <summary>A questionnaire version, asked by no study yet.</summary>
    public sealed record Version : Cleared
    {
        internal Version(Questionnaire questionnaire) => Questionnaire = questionnaire;

        public Questionnaire Questionnaire { get; }
    }

    /// <summary>A study with all that it is published with.</summary>
    public sealed record Study : Cleared
    {
        internal Study() { }

        public required Questionnaire Questionnaire { get; init; }

        /// <summary>In the order of the study's file.</summary>
        public required IReadOnlyList<IndexModel> Indices { get; init; }

        public required StudyDesign Design { get; init; }

        public required IReadOnlyList<FrameStratum> Frame { get; init; }

        public required Origin Origin { get; init; }
    }

    /// <summary>A further index model for a study: a new version of one of its own, or one more.</summary>
    public sealed record Index : Cleared
    {
        internal Index(string study, IndexModel model) => (StudyId, Model) = (study, model);

        public string StudyId { get; }

        /// <summary>Read against the newest version that the study asks.</summary>
        public IndexModel Model { get; }
    }

    /// <summary>A further version of the questionnaire of a study.</summary>
    public sealed record Revision : Cleared
    {
        internal Revision(string study, Questionnaire questionnaire, QuestionnaireDiff diff) =>
            (StudyId, Questionnaire, Diff) = (study, questionnaire, diff);

        public string StudyId { get; }

        public Questionnaire Questionnaire { get; }

        /// <summary>From the version that the study asks now; without a step where it is the same.</summary>
        public QuestionnaireDiff Diff { get; }
    }
}
