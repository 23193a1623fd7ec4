using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web;

/// <summary>An author's files as they can be shown.</summary>
/// <param name="Study">A made-up study that asks the last version of the questionnaire that could be read.</param>
/// <param name="Models">The index models over it that could be read.</param>
/// <param name="Problems">All that is wrong with the files as they are now.</param>
public sealed record PreviewedFiles(Study Study, IReadOnlyList<IndexModel> Models, IReadOnlyList<PreviewProblem> Problems)
{
    /// <summary>False where the files cannot be read now, and what is shown is the last version that could.</summary>
    public required bool IsCurrent { get; init; }
}

/// <summary>A problem with the section it stands in.</summary>
/// <param name="Section">The id of a section that is shown, or null where it belongs to none.</param>
public sealed record PreviewProblem(Problem Problem, string? Section);
