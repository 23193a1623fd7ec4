using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>Words in and around the fields of the form.</summary>
internal static class FieldWords
{
    public static Text ReasonAndOptions { get; } =
        new(
            "Sie haben Antworten und zugleich einen Grund für keine Antwort angekreuzt. Bitte lassen Sie nur eines davon stehen.",
            "You have ticked answers and also a reason for giving none. Please keep only one of them."
        );

    public static Text ReasonAndValue { get; } =
        new(
            "Sie haben etwas eingetragen und zugleich einen Grund für keine Angabe angekreuzt. Bitte lassen Sie nur eines davon stehen.",
            "You have entered something and also ticked a reason for giving no answer. Please keep only one of them."
        );

    public static Text SeveralReasons { get; } =
        new(
            "Sie haben mehrere Gründe angekreuzt. Bitte lassen Sie nur einen stehen.",
            "You have ticked several reasons. Please keep only one."
        );

    public static Text Prefilled { get; } =
        new(
            "So steht es bei uns. Bitte prüfen Sie es und berichtigen Sie es, wenn es nicht stimmt.",
            "This is what our records say. Please check it, and correct it if it is not right."
        );

    public static Text WhichNumber { get; } = new("Welche Zahl meinen Sie?", "Which number do you mean?");

    public static Text Day { get; } = new("Tag", "Day");

    public static Text Month { get; } = new("Monat", "Month");

    public static Text Year { get; } = new("Jahr", "Year");

    /// <summary>Of a period.</summary>
    public static Text Begin { get; } = new("Erster Tag", "First day");

    /// <summary>Of a period.</summary>
    public static Text End { get; } = new("Letzter Tag", "Last day");

    public static Text InsteadOfAnAnswer { get; } = new("Stattdessen", "Instead");

    public static Text NoAnswer { get; } = new("Auswahl aufheben", "Clear the choice");

    public static Text PleaseSpecify { get; } = new("Bitte nennen", "Please specify");

    public static Text PleaseSpecifyIfChosen { get; } =
        new("Bitte nennen (Pflichtangabe, wenn ausgewählt)", "Please specify (required if chosen)");

    /// <summary>Nobody has to take part, so nothing is compulsory: it is only needed before the questionnaire can be submitted.</summary>
    public static Text Required { get; } = new("(zum Absenden nötig)", "(needed to submit)");

    private static readonly Text _answerOrReason = new("(Angabe oder Grund nötig)", "(answer or reason needed)");

    public static Text Hint { get; } = new("Hinweis", "Please note");

    /// <summary>Before links to the further questions that a mistake is about.</summary>
    public static Text DependsOn { get; } = new("Hängt zusammen mit:", "Goes together with:");

    public static Text Error { get; } = new("Fehler:", "Error:");

    /// <summary>Beside a question that must not be left blank.</summary>
    public static Text RequiredAt(Question question) => question.Missing.Count > 0 ? _answerOrReason : Required;

    public static Text NotANumber(string typed) =>
        new(
            $"„{Shortened(typed)}“ lässt sich nicht sicher als Zahl lesen. Bitte tragen Sie nur Ziffern ein, Nachkommastellen nach einem "
                + "Komma, zum Beispiel 12,5.",
            $"'{Shortened(typed)}' cannot be read as a number for certain. Please enter digits only, decimals after a point, for example "
                + "12.5."
        );

    public static Text NotAWholeNumber(string typed) =>
        new(
            $"„{Shortened(typed)}“ lässt sich nicht sicher als Zahl lesen. Bitte tragen Sie eine ganze Zahl in Ziffern ein, zum "
                + "Beispiel 12.",
            $"'{Shortened(typed)}' cannot be read as a number for certain. Please enter a whole number in digits, for example 12."
        );

    public static Text TooLarge(string typed) =>
        new(
            $"„{Shortened(typed)}“ ist zu groß oder zu genau. Bitte tragen Sie eine Zahl mit höchstens "
                + $"{NumberBound.MostDigits} Ziffern ein.",
            $"'{Shortened(typed)}' is too large or too exact. Please enter a number of at most {NumberBound.MostDigits} digits."
        );

    public static Text TwoReadings(TypedNumber.TwoReadings two) =>
        new(
            $"Diese Zahl lässt sich auf zwei Arten lesen. Meinen Sie {ReadNumber(two.Whole, two).De} "
                + $"oder {ReadNumber(two.Fraction, two).De}? "
                + "Bitte wählen Sie eine aus.",
            $"This number can be read in two ways. Do you mean {ReadNumber(two.Whole, two).En} or {ReadNumber(two.Fraction, two).En}? "
                + "Please choose one of them."
        );

    /// <summary>One of two readings, written so that it cannot be taken for the other.</summary>
    public static Text ReadNumber(decimal reading, TypedNumber.TwoReadings two) =>
        reading == two.Fraction && reading != decimal.Truncate(reading)
            ? new(
                $"{TypedNumber.Write(reading, Language.German)} (mit Nachkommastellen)",
                $"{TypedNumber.Write(reading, Language.English)} (with decimals)"
            )
            : new(
                $"{TypedNumber.Write(reading, Language.German)} (eine ganze Zahl)",
                $"{TypedNumber.Write(reading, Language.English)} (a whole number)"
            );

    public static Text SpecifyWithoutTick(Text option) =>
        new(
            $"Sie haben etwas zu „{option.De}“ geschrieben und es nicht ausgewählt. Bitte wählen Sie es aus, oder löschen Sie den Text.",
            $"You have written something about ‘{option.En}’ and not chosen it. Please choose it, or clear the text."
        );

    /// <summary>What was chosen is not offered any more, as another answer has changed.</summary>
    /// <summary>What is wrong with one of the days of a period; nothing where nothing is.</summary>
    public static IReadOnlyList<Text> InDay(Text day, IReadOnlyList<Text> wrong) =>
        wrong.Count == 0
            ? []
            :
            [
                new(
                    $"{day.De}: {string.Join(' ', wrong.Select(one => one.De))}",
                    $"{day.En}: {string.Join(' ', wrong.Select(one => one.En))}"
                ),
            ];

    public static Text SearchFor { get; } = new("Suchwort oder Nummer", "Word or number to search for");

    public static Text SearchHelp { get; } =
        new(
            "Zum Beispiel das Handwerk, die Ware oder die Leistung. Drücken Sie dann „Suchen“ und wählen Sie einen Treffer aus.",
            "For example the trade, the goods or the service. Then press ‘Search’ and choose one of the hits."
        );

    public static Text SearchButton { get; } = new("Suchen", "Search");

    public static Text ChosenNow { get; } = new("Ausgewählt", "Chosen");

    /// <param name="hits">0 or more.</param>
    public static Text Hits(string typed, int hits) =>
        hits == 0
            ? new(
                $"Nichts gefunden zu „{Shortened(typed)}“. Bitte versuchen Sie ein anderes Wort.",
                $"Nothing found for '{Shortened(typed)}'. Please try another word."
            )
            : new(
                $"{hits} Treffer zu „{Shortened(typed)}“, die besten zuerst",
                $"{hits} {(hits == 1 ? "hit" : "hits")} for '{Shortened(typed)}', the best first"
            );

    public static Text AddItem { get; } = new("Eintrag hinzufügen", "Add an entry");

    public static Text NoItems { get; } = new("Es gibt keine", "There are none");

    public static Text RemoveYes { get; } = new("Ja, entfernen", "Yes, remove it");

    public static Text RemoveNo { get; } = new("Nein, behalten", "No, keep it");

    public static Text RemoveItem(string item) => new($"„{item}“ entfernen", $"Remove ‘{item}’");

    public static Text RemoveReally(string item) =>
        new($"„{item}“ mit allen Angaben dazu entfernen?", $"Remove ‘{item}’ with all its answers?");

    /// <summary>How many items are listed, and how many may be.</summary>
    public static Text ItemsRange(int minimum, int maximum, int now) =>
        minimum > 0
            ? new($"Einträge: {now}. Mindestens {minimum}, höchstens {maximum}.", $"Entries: {now}. At least {minimum}, at most {maximum}.")
            : new($"Einträge: {now}. Höchstens {maximum}.", $"Entries: {now}. At most {maximum}.");

    public static Text SumMustBe(string total) => new($"Zusammen: {total}", $"In total: {total}");

    public static Text SumNow(string sum) => new($"gespeichert sind {sum}", $"saved so far: {sum}");

    public static Text SumTyped(string sum) => new($"eingetragen sind {sum}", $"entered so far: {sum}");

    /// <summary>How far the parts are from their total.</summary>
    /// <param name="amount">More than 0, with its unit.</param>
    public static Text SumLeft(string amount) => new($"es fehlen noch {amount}", $"still to be shared out: {amount}");

    /// <param name="amount">More than 0, with its unit.</param>
    public static Text SumOver(string amount) => new($"{amount} zu viel", $"too much by {amount}");

    public static Text CharactersAtMost(int maximum) => new($"Höchstens {maximum} Zeichen.", $"At most {maximum} characters.");

    public static Text ReasonLabel(MissingReason reason) =>
        reason switch
        {
            MissingReason.DontKnow => new("Weiß nicht", "Don't know"),
            MissingReason.Refused => new("Keine Angabe", "Prefer not to say"),
            MissingReason.NotApplicable => new("Trifft nicht zu", "Does not apply"),
            MissingReason.NotAsked => new("Nicht gefragt", "Not asked"),
            MissingReason.Unanswered => new("Nicht beantwortet", "Not answered"),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "There is no such reason."),
        };

    private static string Shortened(string typed) => typed.Length <= 40 ? typed : typed[..40] + "...";

    /// <summary>The title of an entry, and its code where people know it by a number.</summary>
    public static string CodeAndTitle(Option entry, Language language) =>
        entry.Code.Any(char.IsAsciiDigit) ? $"{entry.Label.In(language)} ({entry.Code})" : entry.Label.In(language);

    /// <summary>The tag of the language in which a code to choose is said where that is not the page's: of titles that there are in German
    /// only. That none fits is said in the page's language.</summary>
    public static string? OtherLanguage(Classification classification, Option chosen, Language language) =>
        chosen.AsksToSpecify || classification.Spoken(language) == language ? null : classification.Spoken(language).Tag;
}
