using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>What is wrong with a date that was typed: which part, and what stands there.</summary>
internal static class DayWords
{
    public static Text WrongDay(string typed) =>
        typed.Length == 0
            ? new("Der Tag fehlt.", "The day is missing.")
            : new($"Tag: „{Shortened(typed)}“ ist kein Tag von 1 bis 31.", $"Day: '{Shortened(typed)}' is not a day from 1 to 31.");

    public static Text WrongMonth(string typed) =>
        typed.Length == 0
            ? new("Der Monat fehlt.", "The month is missing.")
            : new(
                $"Monat: „{Shortened(typed)}“ ist kein Monat, weder eine Zahl von 1 bis 12 noch ein Name.",
                $"Month: '{Shortened(typed)}' is not a month, neither a number from 1 to 12 nor a name."
            );

    public static Text WrongYear(string typed) =>
        typed.Length == 0
            ? new("Das Jahr fehlt.", "The year is missing.")
            : new(
                $"Jahr: „{Shortened(typed)}“ ist kein Jahr mit vier Ziffern, wie 1998.",
                $"Year: '{Shortened(typed)}' is not a year of four digits, like 1998."
            );

    /// <param name="most">How many days the month has in that year.</param>
    public static Text TooLate(int day, int most) =>
        new(
            $"Tag: Den {day}. gibt es in diesem Monat nicht, er hat {most} Tage.",
            $"Day: There is no day {day} in this month, it has {most} days."
        );

    private static string Shortened(string typed) => typed.Length <= 40 ? typed : typed[..40] + "...";
}
