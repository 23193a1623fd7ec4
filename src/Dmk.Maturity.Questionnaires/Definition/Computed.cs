namespace Dmk.Maturity.Questionnaires;

/// <summary>A number or truth computed from answers.</summary>
public sealed record Computed(string Id, Expression Value);
