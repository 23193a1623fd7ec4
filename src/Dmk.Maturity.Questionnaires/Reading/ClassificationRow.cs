namespace Dmk.Maturity.Questionnaires;

/// <summary>An entry as its author wrote it, with the places of what other entries are held against.</summary>
/// <param name="Level">As written in a table; null in YAML, where only the parents say it.</param>
internal sealed record ClassificationRow(
    ClassificationEntry Entry,
    FilePosition Code,
    FilePosition Parent,
    (int Value, FilePosition Place)? Level
);
