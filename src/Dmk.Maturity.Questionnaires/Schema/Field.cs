namespace Dmk.Maturity.Questionnaires;

/// <summary>A key of an author's file, with what stands behind it.</summary>
/// <param name="Note">What it means, as an editor shows it.</param>
public sealed record Field(string Key, Shape Shape, string Note, bool Required = false);
