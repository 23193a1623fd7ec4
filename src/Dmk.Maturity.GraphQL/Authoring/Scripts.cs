namespace Dmk.Maturity.GraphQL;

/// <summary>Made-up respondents that an author sends, with the index models that they are scored by.</summary>
/// <param name="Tests">Texts of files as in tests/*.yaml.</param>
/// <param name="Indices">Texts of index models, the one beside the questionnaire first.</param>
internal sealed record Scripts(IReadOnlyList<string> Tests, IReadOnlyList<string> Indices);
