using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>What has been published and stays as it is.</summary>
/// <param name="IndexModels">Each with the hash of its text.</param>
public sealed record PublishedBefore(
    IReadOnlyList<Questionnaire> Questionnaires,
    IReadOnlyDictionary<VersionedId, string> IndexModels,
    IReadOnlyList<Study> Studies
);
