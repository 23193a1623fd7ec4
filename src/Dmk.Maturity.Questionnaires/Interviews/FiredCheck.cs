namespace Dmk.Maturity.Questionnaires;

/// <summary>A check that fired.</summary>
/// <param name="Variables">The variables it reads that were asked; the form links to them.</param>
public sealed record FiredCheck(Check Check, IReadOnlyList<string> Variables);
