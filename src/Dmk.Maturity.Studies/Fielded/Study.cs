using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>A study with everything it was published with, and the questionnaire versions that came in the field.</summary>
/// <param name="Versions">The one that its file names, then those that were added, in that order.</param>
public sealed record Study(
    StudyDesign Design,
    IReadOnlyList<StudyVersion> Versions,
    IReadOnlyList<FrameStratum> Frame,
    Origin Origin,
    StudyPhase Phase
)
{
    public string Id => Design.Id;

    /// <summary>The study once more under each index model that was added since it was published, in the order in which they came; what
    /// readers see under them is decided given what they see under the models of its file.</summary>
    public IReadOnlyList<Study> Added { get; init; } = [];

    /// <summary>What the store calls the one index model of a study out of <see cref="Added"/>; 0 where the models are those of its
    /// file.</summary>
    public int Scoring { get; init; }

    /// <summary>Its companies are made up.</summary>
    public bool Synthetic => Origin == Origin.Synthetic;

    /// <summary>What responses that have not been begun are asked.</summary>
    public Questionnaire Questionnaire => Newest.Questionnaire;

    /// <summary>Read against the newest version; nodes and levels are the same under every version.</summary>
    public IReadOnlyList<IndexModel> Indices => Newest.Indices;

    public StudyVersion Newest => Versions[^1];

    /// <summary>The Länder of its frame, in the order of their classification.</summary>
    public IReadOnlyList<string> Laender => field ??= LaenderOf(Design, Frame);

    /// <param name="name">As in dmk-reifegrad, or with a version as in dmk-reifegrad@1.0.0.</param>
    public IndexModel? Index(string name) => Indices.FirstOrDefault(model => VersionedId.Of(model).IsNamed(name));

    /// <summary>The study under the index model of a name. Without a version it is the one of the study's file; where that has none of
    /// this id, the one that was added last.</summary>
    /// <returns>Itself where its file names the model, or where there is none of this name.</returns>
    public Study Under(string? name) =>
        name is null || Index(name) is not null ? this : Added.LastOrDefault(one => one.Index(name) is not null) ?? this;

    /// <param name="number">As in 1.0.0.</param>
    /// <returns>Null when the study has never asked this version.</returns>
    public StudyVersion? Version(string number) => Versions.FirstOrDefault(version => version.Number == number);

    private static string[] LaenderOf(StudyDesign design, IReadOnlyList<FrameStratum> frame)
    {
        var inFrame = frame.Select(stratum => stratum.Cell.Land).ToHashSet(StringComparer.Ordinal);
        return [.. design.Land.Classification.Entries.Select(entry => entry.Code).Where(inFrame.Contains)];
    }
}
