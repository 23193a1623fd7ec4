using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>A place of a questionnaire that no form can show yet.</summary>
/// <param name="Id">Of the question, group or section.</param>
/// <param name="Instead">What to write meanwhile.</param>
public sealed record FaceGap(string Id, string What, string Instead)
{
    /// <param name="place">Where it stands in its file.</param>
    public Problem Problem(FilePosition place) =>
        new(place, "not-askable-yet", $"'{Id}' needs {What}, which companies cannot be asked yet. {Instead}");
}
