using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>A submission as its partition keeps it: no answers.</summary>
/// <param name="Sequence">Its number in Land and study, from 1.</param>
/// <param name="Scores">Per index model of the study, in its order, one per node; NaN is missing.</param>
/// <param name="QuestionnaireVersion">The version that was answered, as in 1.0.0.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.PartitionSubmission")]
internal sealed record PartitionSubmission(
    [property: Id(0)] long Sequence,
    [property: Id(1)] ReportingCell Stratum,
    [property: Id(2)] ReportingCell Cell,
    [property: Id(3)] double[][] Scores,
    [property: Id(4)] string QuestionnaireVersion
);
