namespace Dmk.Maturity.Questionnaires;

/// <summary>A code of a classification, with its parent where the classification is a tree.</summary>
/// <param name="Properties">Further facts of the entry by key, as text (<c>ags</c>, <c>nuts1</c>, <c>from</c>, <c>to</c>,
/// <c>sections</c>).</param>
public sealed record ClassificationEntry(string Code, Text Label, string? Parent, IReadOnlyDictionary<string, string> Properties);
