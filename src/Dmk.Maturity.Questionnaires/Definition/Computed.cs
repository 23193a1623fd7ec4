namespace Dmk.Maturity.Questionnaires;

/// <summary>A number, truth, text, code or day computed from answers.</summary>
public sealed record Computed(string Id, Expression Value);
