using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains;

/// <summary>A study with everything it was published with.</summary>
/// <param name="Synthetic">Its companies are made up; every page and result says so.</param>
public sealed record Study(StudyDesign Design, Questionnaire Questionnaire, IReadOnlyList<IndexModel> Indices, IReadOnlyList<FrameStratum> Frame, bool Synthetic, StudyPhase Phase)
{
    public string Id => Design.Id;

    /// <summary>The Länder of its frame, in the order of their classification.</summary>
    public IReadOnlyList<string> Laender => field ??= LaenderOf(Design, Frame);

    public IndexModel? Index(string id) => Indices.FirstOrDefault(model => model.Id == id);

    private static string[] LaenderOf(StudyDesign design, IReadOnlyList<FrameStratum> frame)
    {
        var inFrame = frame.Select(stratum => stratum.Cell.Land).ToHashSet(StringComparer.Ordinal);
        return [.. design.Codes[ReportingVariable.Land].Entries.Select(entry => entry.Code).Where(inFrame.Contains)];
    }
}
