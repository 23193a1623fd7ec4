namespace Dmk.Maturity.Questionnaires;

/// <summary>An entry as <see cref="CodeSearch"/> sees it.</summary>
/// <param name="Compact">The code without points, small letters.</param>
/// <param name="Parent">The place of its parent in the classification, or -1.</param>
/// <param name="Title">The words of its German title as <see cref="GermanSpelling"/> leaves them.</param>
/// <param name="Order">Its place among equals: the shorter title, the deeper level, the order of the classification.</param>
internal sealed record IndexedCode(string Compact, int Level, int Parent, string Title, int Order);
