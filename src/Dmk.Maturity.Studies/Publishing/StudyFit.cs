using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Whether a study's design, questionnaire, index models and frame fit together.</summary>
internal static class StudyFit
{
    public static IEnumerable<Problem> Problems(
        StudyDesign design,
        Questionnaire questionnaire,
        IReadOnlyList<IndexModel> indices,
        IReadOnlyList<FrameStratum> frame
    ) =>
        [
            .. design.Check(questionnaire),
            .. ConditionFit.Problems(design, questionnaire),
            .. Models(design, indices),
            .. Frame(design, frame),
        ];

    private static IEnumerable<Problem> Models(StudyDesign design, IReadOnlyList<IndexModel> indices) =>
        design
            .Indices.Where(wanted => indices.Count(model => VersionedId.Of(model) == wanted) != 1)
            .Select(wanted => new Problem(
                new("study.yaml", 0, 0),
                "index-missing",
                $"The study computes {wanted}, and exactly one such index model must come with it. "
                    + $"Given: {string.Join(", ", indices.Select(VersionedId.Of))}."
            ));

    private static IEnumerable<Problem> Frame(StudyDesign design, IReadOnlyList<FrameStratum> frame)
    {
        foreach (var repeated in frame.CountBy(stratum => stratum.Cell).Where(count => count.Value > 1))
        {
            yield return Flaw($"The stratum {repeated.Key} is there {repeated.Value} times.");
        }

        foreach (var flaw in frame.SelectMany(stratum => Stratum(design, stratum)))
        {
            yield return flaw;
        }
    }

    private static IEnumerable<Problem> Stratum(StudyDesign design, FrameStratum stratum)
    {
        foreach (var variable in design.Population.Strata)
        {
            if (variable.Classification.Find(variable.CodeOf(stratum.Cell)) is null)
            {
                yield return Flaw($"The stratum {stratum.Cell} has the unknown {variable.Id} '{variable.CodeOf(stratum.Cell)}'.");
            }
        }

        if (stratum.Sampled < 0 || stratum.Sampled > stratum.Population)
        {
            yield return Flaw($"Of the stratum {stratum.Cell} {stratum.Sampled} companies are drawn, out of {stratum.Population}.");
        }
    }

    private static Problem Flaw(string message) => new(new("frame", 0, 0), "frame", message);
}
