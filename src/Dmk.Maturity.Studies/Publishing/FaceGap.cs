using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>A place of a questionnaire that no form can show yet.</summary>
/// <param name="Id">Of the question, group or section.</param>
/// <param name="Instead">What to write meanwhile.</param>
public sealed record FaceGap(string Id, string What, string Instead)
{
    /// <param name="file">The name that the problem shows.</param>
    public Problem Problem(string file) =>
        new(new(file, 0, 0), "not-askable-yet", $"'{Id}' needs {What}, which companies cannot be asked yet. {Instead}");
}
