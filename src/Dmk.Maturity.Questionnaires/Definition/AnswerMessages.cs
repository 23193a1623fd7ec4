using System.Diagnostics;
using System.Globalization;

namespace Dmk.Maturity.Questionnaires;

/// <summary>What a company is told about an answer that is not possible: what to do, in both languages.</summary>
internal static class AnswerMessages
{
    public static Text UnknownVariable { get; } =
        new(
            "Diese Frage gibt es in diesem Fragebogen nicht. Bitte laden Sie die Seite neu.",
            "This question is not part of this questionnaire. Please reload the page."
        );

    public static Text ReasonNotOffered { get; } =
        new(
            "Dieser Grund wird bei dieser Frage nicht angeboten. Bitte geben Sie eine Antwort oder wählen Sie einen der "
                + "angebotenen Gründe.",
            "This reason is not offered for this question. Please give an answer or choose one of the reasons offered."
        );

    /// <param name="options">Labels of what was chosen.</param>
    public static Text OptionsNotOffered(IReadOnlyList<Text> options) =>
        new(
            $"Sie hatten {string.Join(", ", options.Select(one => $"„{one.De}“"))} gewählt. Nach Ihren anderen Angaben wird das nicht "
                + "mehr angeboten und zählt nicht. Bitte wählen Sie neu, oder prüfen Sie die anderen Angaben.",
            $"You had chosen {string.Join(", ", options.Select(one => $"'{one.En}'"))}. By your other answers this is no longer offered "
                + "and does not count. Please choose again, or check the other answers."
        );

    public static Text RowNotOffered(Text row) =>
        new(
            $"Sie haben „{row.De}“ beantwortet. Nach Ihren anderen Angaben wird das nicht gefragt und zählt nicht. Bitte prüfen Sie die "
                + "anderen Angaben, oder lassen Sie es leer.",
            $"You have answered '{row.En}'. By your other answers this is not asked and does not count. Please check the other answers, "
                + "or leave it empty."
        );

    /// <param name="rows">Labels of what was answered and has no field any more.</param>
    public static Text RowsNotOnPage(IReadOnlyList<Text> rows) =>
        new(
            $"Sie hatten {string.Join(", ", rows.Select(one => $"„{one.De}“"))} beantwortet. Nach Ihren anderen Angaben wird das nicht "
                + "mehr gefragt und zählt nicht. Bitte prüfen Sie die anderen Angaben, wenn es zählen soll.",
            $"You had answered {string.Join(", ", rows.Select(one => $"'{one.En}'"))}. By your other answers this is no longer asked and "
                + "does not count. Please check the other answers if it is to count."
        );

    public static Text Blank { get; } =
        new(
            "Der Text besteht nur aus Leerzeichen. Bitte schreiben Sie etwas oder lassen Sie das Feld leer.",
            "The text is only white space. Please write something or leave the field empty."
        );

    public static Text Unprintable { get; } =
        new("Der Text enthält Steuerzeichen. Bitte entfernen Sie diese.", "The text contains control characters. Please remove them.");

    public static Text WordsWanted { get; } = new("Bitte antworten Sie mit einem Text.", "Please answer with a text.");

    public static Text EndsBeforeItBegins { get; } =
        new(
            "Der Zeitraum endet, bevor er beginnt. Bitte prüfen Sie die beiden Tage.",
            "The period ends before it begins. Please check the two days."
        );

    public static Text WrongItems { get; } =
        new(
            "Die Liste der Einträge ist nicht in Ordnung. Bitte laden Sie die Seite neu.",
            "The list of entries is not in order. Please reload the page."
        );

    public static Text UnlistedItem(Question.Roster roster) =>
        new(
            $"Diesen Eintrag gibt es bei „{roster.Text.De}“ nicht oder nicht mehr. Bitte fügen Sie ihn dort zuerst hinzu.",
            $"There is no such entry in '{roster.Text.En}', or none any more. Please add it there first."
        );

    private static readonly Text _requiredOrReason = new(
        "Bitte beantworten Sie diese Frage oder wählen Sie einen der angebotenen Gründe.",
        "Please answer this question or choose one of the reasons offered."
    );

    private static readonly Text _required = new("Bitte beantworten Sie diese Frage.", "Please answer this question.");

    public static Text Required(Question question) => question.Missing.Count > 0 ? _requiredOrReason : _required;

    public static Text SpecifyMissing(Option option) =>
        new(
            $"Sie haben „{option.Label.De}“ gewählt. Bitte schreiben Sie dazu, was Sie meinen, oder nehmen Sie diese Auswahl zurück.",
            $"You have chosen '{option.Label.En}'. Please write what you mean by it, or take this choice back."
        );

    public static Text WrongType(Question question) =>
        question switch
        {
            Question.Single or Question.Grid { Several: false } => new(
                "Bitte wählen Sie genau eine der Möglichkeiten.",
                "Please choose exactly one of the options."
            ),
            Question.Multiple or Question.Grid => new(
                "Bitte kreuzen Sie eine oder mehrere der Möglichkeiten an, jede höchstens einmal.",
                "Please tick one or more of the options, each once at most."
            ),
            Question.Numeric or Question.SumGroup => new("Bitte geben Sie eine Zahl ein.", "Please enter a number."),
            Question.Date => new("Bitte geben Sie ein Datum ein.", "Please enter a date."),
            Question.FreeText => WordsWanted,
            Question.Period => new("Bitte geben Sie an, von wann bis wann.", "Please enter from when to when."),
            Question.CodeSearch => new("Bitte wählen Sie einen Eintrag aus der Liste.", "Please choose an entry of the list."),
            Question.Roster => new("Bitte fügen Sie Einträge hinzu.", "Please add entries."),
            Question.Note => new("Hier gibt es nichts zu beantworten.", "There is nothing to answer here."),
            _ => throw new UnreachableException(question.GetType().Name),
        };

    public static Text UnknownOption(string code) =>
        new(
            $"Die Möglichkeit „{Shortened(code)}“ gibt es bei dieser Frage nicht. Bitte wählen Sie eine der angezeigten.",
            $"This question has no option '{Shortened(code)}'. Please choose one of those shown."
        );

    public static Text TooLarge { get; } =
        new(
            "Diese Zahl ist zu groß oder zu genau: möglich sind höchstens 15 Ziffern. Bitte prüfen Sie sie.",
            "This number is too large or too exact: it can have at most 15 digits. Please check it."
        );

    public static Text ExclusiveOption(Option option) =>
        new(
            $"„{option.Label.De}“ schließt alle anderen Möglichkeiten aus. Bitte entfernen Sie das eine oder die anderen.",
            $"'{option.Label.En}' rules out all other options. Please remove the one or the others."
        );

    public static Text TooFewOptions(int minimum) =>
        new(
            $"Bitte kreuzen Sie mindestens {Counted(minimum, "eine Möglichkeit", "Möglichkeiten", Language.German)} an.",
            $"Please tick at least {Counted(minimum, "one option", "options", Language.English)}."
        );

    public static Text TooManyOptions(int maximum) =>
        new(
            $"Bitte kreuzen Sie höchstens {Counted(maximum, "eine Möglichkeit", "Möglichkeiten", Language.German)} an.",
            $"Please tick at most {Counted(maximum, "one option", "options", Language.English)}."
        );

    /// <summary>What was given, what is possible, and where a bound comes from.</summary>
    /// <param name="minimum">Null where there is none.</param>
    /// <param name="maximum">Null where there is none.</param>
    /// <param name="source">The questions that the broken bound depends on, in quotes; null for a fixed one.</param>
    public static Text Outside(decimal value, decimal? minimum, decimal? maximum, Text? source) =>
        new(
            $"Sie haben {Bound(value, AreYears(minimum, maximum), Language.German)} eingetragen; möglich "
                + $"{Possible(minimum, maximum, Language.German)}{(source is null ? "" : $", nach Ihrer Antwort auf {source.De}")}. "
                + (
                    IsShortYear(value, minimum, maximum) ? "Bitte schreiben Sie ein Jahr mit vier Ziffern."
                    : source is null ? "Bitte berichtigen Sie die Zahl."
                    : "Bitte berichtigen Sie diese Zahl oder jene Antwort."
                ),
            $"You have entered {Bound(value, AreYears(minimum, maximum), Language.English)}; "
                + $"{Possible(minimum, maximum, Language.English)} possible{(source is null ? "" : $", by your answer to {source.En}")}. "
                + (
                    IsShortYear(value, minimum, maximum) ? "Please write a year with four digits."
                    : source is null ? "Please correct the number."
                    : "Please correct this number or that answer."
                )
        );

    public static Text NegativePart(Text part, decimal value) =>
        new(
            $"Bei „{part.De}“ haben Sie {Number(value, Language.German)} eingetragen. Ein Teil ist 0 oder mehr: bitte berichtigen Sie ihn.",
            $"You have entered {Number(value, Language.English)} for '{part.En}'. A part is 0 or more: please correct it."
        );

    public static Text TooManyDecimals(decimal value, int decimals) =>
        decimals == 0
            ? new(
                $"Sie haben {Number(value, Language.German)} eingetragen. Bitte geben Sie eine ganze Zahl ein.",
                $"You have entered {Number(value, Language.English)}. Please enter a whole number."
            )
            : new(
                $"Sie haben {Number(value, Language.German)} eingetragen. Bitte geben Sie höchstens "
                    + $"{Counted(decimals, "eine Stelle", "Stellen", Language.German)} nach dem Komma ein.",
                $"You have entered {Number(value, Language.English)}. Please enter at most "
                    + $"{Counted(decimals, "one digit", "digits", Language.English)} after the decimal point."
            );

    public static Text TooLong(int maximum, int length) =>
        new(
            $"Bitte kürzen Sie den Text auf {Number(maximum, Language.German)} Zeichen; jetzt sind es {Number(length, Language.German)}.",
            $"Please shorten the text to {Number(maximum, Language.English)} characters; it now has {Number(length, Language.English)}."
        );

    public static Text TooEarly(DateOnly from) =>
        new(
            $"Bitte geben Sie ein Datum ab dem {Day(from, Language.German)} ein.",
            $"Please enter a date on or after {Day(from, Language.English)}."
        );

    public static Text TooLate(DateOnly to) =>
        new(
            $"Bitte geben Sie ein Datum bis zum {Day(to, Language.German)} ein.",
            $"Please enter a date on or before {Day(to, Language.English)}."
        );

    public static Text TooShort(int minimum, int count) =>
        new(
            $"Der Text hat {Number(count, Language.German)} Zeichen, mindestens {Number(minimum, Language.German)} müssen es sein. "
                + "Bitte schreiben Sie etwas ausführlicher.",
            $"The text has {Number(count, Language.English)} characters, it must have at least {Number(minimum, Language.English)}. "
                + "Please write a little more."
        );

    public static Text WrongForm(TextFormat format) =>
        format switch
        {
            TextFormat.Email => new(
                "Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@example.org.",
                "Please enter an email address, for example name@example.org."
            ),
            TextFormat.Phone => new(
                "Bitte geben Sie eine Telefonnummer ein, zum Beispiel 0228 123456 oder +49 228 123456.",
                "Please enter a telephone number, for example 0228 123456 or +49 228 123456."
            ),
            TextFormat.PostalCode => new(
                "Bitte geben Sie die Postleitzahl mit ihren fünf Ziffern ein, zum Beispiel 53113.",
                "Please enter the postal code with its five digits, for example 53113."
            ),
            TextFormat.Plain => WordsWanted,
            _ => throw new UnreachableException(format.ToString()),
        };

    public static Text NotSelectable(string code) =>
        new(
            $"„{Shortened(code)}“ kann hier nicht gewählt werden. Bitte suchen Sie einen der angebotenen Einträge.",
            $"'{Shortened(code)}' cannot be chosen here. Please search for one of the entries offered."
        );

    public static Text BeginsTooEarly(DateOnly from) =>
        new(
            $"Bitte geben Sie einen Zeitraum an, der am {Day(from, Language.German)} oder später beginnt.",
            $"Please enter a period that begins on or after {Day(from, Language.English)}."
        );

    public static Text EndsTooLate(DateOnly to) =>
        new(
            $"Bitte geben Sie einen Zeitraum an, der spätestens am {Day(to, Language.German)} endet.",
            $"Please enter a period that ends on or before {Day(to, Language.English)}."
        );

    public static Text TooFewDays(int minimum, int days) =>
        new(
            $"Der Zeitraum hat {Number(days, Language.German)} Tage, mindestens {Number(minimum, Language.German)} müssen es sein. "
                + "Bitte prüfen Sie die beiden Tage.",
            $"The period has {Number(days, Language.English)} days, it must have at least {Number(minimum, Language.English)}. Please "
                + "check the two days."
        );

    public static Text TooManyDays(int maximum, int days) =>
        new(
            $"Der Zeitraum hat {Number(days, Language.German)} Tage, höchstens {Number(maximum, Language.German)} dürfen es sein. "
                + "Bitte prüfen Sie die beiden Tage.",
            $"The period has {Number(days, Language.English)} days, it may have at most {Number(maximum, Language.English)}. Please "
                + "check the two days."
        );

    public static Text TooFewItems(int minimum, int items) =>
        new(
            $"Bitte geben Sie mindestens {Counted(minimum, "einen Eintrag", "Einträge", Language.German)} an; Zahl der Einträge jetzt: "
                + $"{Number(items, Language.German)}.",
            $"Please give at least {Counted(minimum, "one entry", "entries", Language.English)}; entries now: "
                + $"{Number(items, Language.English)}."
        );

    public static Text TooManyItems(int maximum, int items) =>
        new(
            $"Bitte geben Sie höchstens {Counted(maximum, "einen Eintrag", "Einträge", Language.German)} an; Zahl der Einträge jetzt: "
                + $"{Number(items, Language.German)}.",
            $"Please give at most {Counted(maximum, "one entry", "entries", Language.English)}; entries now: "
                + $"{Number(items, Language.English)}."
        );

    public static Text SumMismatch(decimal? sum, decimal total) =>
        sum is not { } known || Arithmetic.Plus(total, -known) is not { } off
            ? new("Die Angaben sind zu groß. Bitte prüfen Sie sie.", "The figures are too large. Please check them.")
            : new(
                $"Die Summe ist {Number(known, Language.German)}, sie muss {Number(total, Language.German)} sein. Bitte ändern Sie "
                    + $"die Angaben um {Number(Math.Abs(off), Language.German)}.",
                $"The sum is {Number(known, Language.English)}, it must be {Number(total, Language.English)}. Please change the "
                    + $"figures by {Number(Math.Abs(off), Language.English)}."
            );

    public static Text SumOpen(decimal sum, decimal total) =>
        new(
            $"Bitte füllen Sie alle Teile aus, mit 0, wo nichts anfällt. Bisher sind es {Number(sum, Language.German)} von "
                + $"{Number(total, Language.German)}.",
            $"Please fill in all parts, with 0 where there is nothing. So far it is {Number(sum, Language.English)} of "
                + $"{Number(total, Language.English)}."
        );

    private static string Possible(decimal? minimum, decimal? maximum, Language language)
    {
        var isYear = AreYears(minimum, maximum);
        return (minimum, maximum, language) switch
        {
            ({ } least, { } most, _) when least == most => language == Language.German
                ? $"ist nur {Bound(least, isYear, language)}"
                : $"only {Bound(least, isYear, language)} is",
            ({ } least, { } most, Language.German) =>
                $"sind Zahlen von {Bound(least, isYear, language)} bis {Bound(most, isYear, language)}",
            ({ } least, { } most, _) => $"numbers from {Bound(least, isYear, language)} to {Bound(most, isYear, language)} are",
            ({ } least, null, Language.German) => $"sind Zahlen ab {Bound(least, isYear, language)}",
            ({ } least, null, _) => $"numbers of {Bound(least, isYear, language)} or more are",
            (null, { } most, Language.German) => $"ist höchstens {Bound(most, isYear, language)}",
            (null, { } most, _) => $"at most {Bound(most, isYear, language)} is",
            (null, null, _) => throw new ArgumentException("Without a bound nothing is outside.", nameof(minimum)),
        };
    }

    private static string Bound(decimal value, bool isYear, Language language) =>
        isYear ? TypedNumber.Write(value, language) : Number(value, language);

    private static bool AreYears(decimal? minimum, decimal? maximum) => minimum is >= 1000 and < 2100 && maximum is >= 1900 and < 2200;

    /// <summary>Two digits where the bounds look like years.</summary>
    private static bool IsShortYear(decimal value, decimal? minimum, decimal? maximum) =>
        value is >= 0 and < 100 && AreYears(minimum, maximum);

    /// <param name="one">In words, for 1.</param>
    private static string Counted(int count, string one, string several, Language language) =>
        count == 1 ? one : $"{Number(count, language)} {several}";

    private static string Number(decimal value, Language language) => TypedNumber.WriteGrouped(value, language);

    private static string Day(DateOnly day, Language language) =>
        day.ToString(language == Language.German ? "dd.MM.yyyy" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Shortened(string code) => code.Length <= 40 ? code : code[..40] + "...";
}
