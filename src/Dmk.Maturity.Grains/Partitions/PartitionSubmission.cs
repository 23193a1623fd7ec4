using System.Globalization;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>A submission as its partition keeps it: of its answers only those that the study declares.</summary>
/// <param name="Sequence">Its number in Land and study, from 1.</param>
/// <param name="Scores">Per index model of the study, in its order, one per node; NaN is missing.</param>
/// <param name="QuestionnaireVersion">The version that was answered, as in 1.0.0.</param>
/// <param name="Kept">The kept answers as they are stored; see <see cref="KeptValues"/>.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.PartitionSubmission")]
internal sealed record PartitionSubmission(
    [property: Id(0)] long Sequence,
    [property: Id(1)] ReportingCell Stratum,
    [property: Id(2)] ReportingCell Cell,
    [property: Id(3)] double[][] Scores,
    [property: Id(4)] string QuestionnaireVersion,
    [property: Id(5)] byte[] Kept
)
{
    /// <summary>As it is stored; what was not kept then is worked out from its answers.</summary>
    /// <param name="land">Of its partition.</param>
    /// <exception cref="InvalidOperationException">It lacks scores, or answered a version that the study has never asked.</exception>
    public static PartitionSubmission Of(ScoredSubmission stored, CatalogueStudy known, string land) =>
        new(
            stored.Sequence,
            ReportingCell.Parse(stored.Stratum),
            ReportingCell.Parse(stored.Cell),
            [
                .. known.IndexNumbers.Select(number =>
                    stored.Scores.TryGetValue(number, out var scores)
                        ? scores
                        : throw Damaged(stored, known, land, "lacks its scores under an index model")
                ),
            ],
            stored.QuestionnaireVersion,
            stored.Kept ?? KeptOf(stored, known, land)
        );

    private static byte[] KeptOf(ScoredSubmission stored, CatalogueStudy known, string land)
    {
        var version =
            known.Study.Version(stored.QuestionnaireVersion)
            ?? throw Damaged(stored, known, land, $"answered the version {stored.QuestionnaireVersion}, which was never asked");
        var interview = Interview.Of(version.Questionnaire, AnswersJson.Read(stored.Answers));
        return KeptValues.Write(known.Study.Design.KeptOf(interview));
    }

    private static InvalidOperationException Damaged(ScoredSubmission stored, CatalogueStudy known, string land, string why) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Submission {stored.Sequence} of {land} in {known.Study.Id} {why}."));
}
