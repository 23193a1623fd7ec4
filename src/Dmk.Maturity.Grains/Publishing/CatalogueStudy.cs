using Dmk.Maturity.Indices;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>A study as read, with what the store calls its parts.</summary>
/// <param name="Questionnaires">Of <see cref="Study.Versions"/>, in their order.</param>
/// <param name="IndexNumbers">Of <see cref="Study.Indices"/>, in their order; rows of scores name their model by it.</param>
internal sealed record CatalogueStudy(Study Study, IReadOnlyList<PublishedQuestionnaire> Questionnaires, IReadOnlyList<int> IndexNumbers)
{
    /// <summary>Under each index model that was added since; see <see cref="Study.Added"/>.</summary>
    public IReadOnlyList<CatalogueStudy> Added { get; init; } = [];

    /// <param name="scoring"><see cref="Study.Scoring"/>.</param>
    /// <exception cref="InvalidOperationException">The study has no such model.</exception>
    public CatalogueStudy Under(int scoring) =>
        scoring == 0
            ? this
            : Added.FirstOrDefault(one => one.Study.Scoring == scoring)
                ?? throw new InvalidOperationException($"The study {Study.Id} has no index model of number {scoring}.");

    /// <summary>Every model that scores a submission of a version, by its number: those of the study's file, then those added.</summary>
    public IEnumerable<(int Number, IndexModel Model)> Models(string version) =>
        IndexNumbers
            .Zip(Study.Version(version)!.Indices, (number, model) => (number, model))
            .Concat(Added.SelectMany(one => one.Models(version)));
}
