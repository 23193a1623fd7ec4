using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>What an author's made-up respondents answer and are scored by: a questionnaire with the index models over it.</summary>
/// <param name="Own">The model whose nodes are meant where several have one of that name; null where there is none.</param>
public sealed record TestedForm(Questionnaire Questionnaire, IReadOnlyList<IndexModel> Models, IndexModel? Own);
