using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>One thing that an author expects of a respondent's answers.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Failure">What was expected and what came, in words; null where it has come so.</param>
internal sealed record Expectation(FilePosition Place, Func<Outcome, string?> Failure);
