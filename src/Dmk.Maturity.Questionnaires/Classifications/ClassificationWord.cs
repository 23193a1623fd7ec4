namespace Dmk.Maturity.Questionnaires;

/// <summary>An everyday name of a trade or service, with the codes that it leads to.</summary>
/// <param name="Word">As in Elektriker, Kita, plumber.</param>
/// <param name="Language">Of the word.</param>
/// <param name="Codes">The likeliest first; never none.</param>
public sealed record ClassificationWord(string Word, Language Language, IReadOnlyList<string> Codes);
