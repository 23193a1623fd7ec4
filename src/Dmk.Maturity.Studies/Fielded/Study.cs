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

    /// <summary>Its companies are made up.</summary>
    public bool Synthetic => Origin == Origin.Synthetic;

    /// <summary>What responses that have not been begun are asked.</summary>
    public Questionnaire Questionnaire => Newest.Questionnaire;

    /// <summary>Read against the newest version; nodes and levels are the same under every version.</summary>
    public IReadOnlyList<IndexModel> Indices => Newest.Indices;

    public StudyVersion Newest => Versions[^1];

    /// <summary>The Länder of its frame, in the order of their classification.</summary>
    public IReadOnlyList<string> Laender => field ??= LaenderOf(Design, Frame);

    public IndexModel? Index(string id) => Indices.FirstOrDefault(model => model.Id == id);

    /// <param name="number">As in 1.0.0.</param>
    /// <returns>Null when the study has never asked this version.</returns>
    public StudyVersion? Version(string number) => Versions.FirstOrDefault(version => version.Number == number);

    private static string[] LaenderOf(StudyDesign design, IReadOnlyList<FrameStratum> frame)
    {
        var inFrame = frame.Select(stratum => stratum.Cell.Land).ToHashSet(StringComparer.Ordinal);
        return [.. design.Land.Classification.Entries.Select(entry => entry.Code).Where(inFrame.Contains)];
    }
}
