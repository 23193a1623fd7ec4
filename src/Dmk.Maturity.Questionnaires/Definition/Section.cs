namespace Dmk.Maturity.Questionnaires;

/// <summary>A page of the form.</summary>
public sealed record Section(string Id, Text Title, Text? Intro, Expression? When, IReadOnlyList<Question> Questions);
