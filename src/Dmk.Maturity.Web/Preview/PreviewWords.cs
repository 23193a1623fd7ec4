using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>Words around a form that is tried by its author.</summary>
internal static class PreviewWords
{
    public static Text Preview { get; } = new("Vorschau.", "Preview.");

    public static Text Explained { get; } =
        new(
            "Nichts wird gespeichert, auch nicht beim Absenden. Eine Quittung hier belegt nichts.",
            "Nothing is stored, not even by submitting. A receipt here proves nothing."
        );

    public static Text Again { get; } = new("Neu beginnen", "Begin anew");

    public static Text Problems { get; } = new("Probleme der Dateien", "Problems of the files");

    public static Text LastGood { get; } =
        new(
            "Die Dateien lassen sich so nicht verwenden. Unten steht die letzte Fassung, bei der es ging.",
            "The files cannot be used as they are. Below is the last version that could be."
        );

    public static Text Scores { get; } = new("Bewertung der bisherigen Antworten", "Scores of the answers so far");

    public static Text Part { get; } = new("Teil", "Part");

    public static Text Score { get; } = new("Wert", "Score");

    public static Text Points { get; } = new("Punkte zum Index", "Points to the index");

    public static Text Answers { get; } = new("Antworten", "Answers");

    public static Text ProblemCount(int count) =>
        count == 1
            ? new("Ein Problem in den Dateien", "One problem in the files")
            : new(
                string.Create(CultureInfo.InvariantCulture, $"{count} Probleme in den Dateien"),
                string.Create(CultureInfo.InvariantCulture, $"{count} problems in the files")
            );

    /// <summary>File, line and column.</summary>
    public static Text Place(Problem problem)
    {
        var (file, line, column) = (Path.GetFileName(problem.Place.File), problem.Place.Line, problem.Place.Column);
        return line == 0
            ? new(file, file)
            : new(
                string.Create(CultureInfo.InvariantCulture, $"{file}, Zeile {line}, Spalte {column}"),
                string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}, column {column}")
            );
    }
}
