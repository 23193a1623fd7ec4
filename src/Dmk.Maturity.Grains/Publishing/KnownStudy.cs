using Dmk.Maturity.Storage;

namespace Dmk.Maturity.Grains;

/// <summary>A study as read, with what the store calls its parts.</summary>
/// <param name="IndexNumbers">Of <see cref="Study.Indices"/>, in their order; rows of scores name their model by it.</param>
internal sealed record KnownStudy(Study Study, PublishedQuestionnaire Questionnaire, IReadOnlyList<int> IndexNumbers);
