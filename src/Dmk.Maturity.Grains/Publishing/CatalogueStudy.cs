using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>A study as read, with what the store calls its parts.</summary>
/// <param name="Questionnaires">Of <see cref="Study.Versions"/>, in their order.</param>
/// <param name="IndexNumbers">Of <see cref="Study.Indices"/>, in their order; rows of scores name their model by it.</param>
internal sealed record CatalogueStudy(Study Study, IReadOnlyList<PublishedQuestionnaire> Questionnaires, IReadOnlyList<int> IndexNumbers);
