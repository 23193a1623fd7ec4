using System.Diagnostics;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>What the page of the code says about a code, and about a form that waits for one.</summary>
internal static class EntryWords
{
    public static Text NotSavedYet { get; } = new("Noch nicht gespeichert", "Not saved yet");

    /// <summary>A stranger may read this page: it does not say whose questionnaire it is.</summary>
    public static Text Kept { get; } =
        new(
            "Was Sie zuletzt eingegeben haben, ist noch nicht gespeichert, aber auch nicht verloren: Geben Sie den Code für den Fragebogen "
                + "ein, den Sie zuletzt offen hatten, dann wird es gespeichert.",
            "What you entered last has not been saved yet, but is not lost either: enter the code for the questionnaire that you had open "
                + "last, and it will be saved."
        );

    public static Text KeptUnsure { get; } =
        new(
            "Was Sie zuletzt eingegeben haben, ist noch nicht gespeichert, aber auch nicht verloren: Geben Sie den Code für den Fragebogen "
                + "ein, den Sie zuletzt offen hatten. Dann steht es wieder in seinen Feldern, und Sie können es prüfen und speichern.",
            "What you entered last has not been saved yet, but is not lost either: enter the code for the questionnaire that you had open "
                + "last. You will find it in its fields again, to look at and to save."
        );

    public static Text OpenTheOther { get; } =
        new("Den anderen Fragebogen öffnen und die letzte Eingabe verwerfen", "Open the other questionnaire and discard the last entries");

    public static Text HomeGivesUp { get; } =
        new(
            "Wenn Sie zur Startseite gehen, ist verloren, was Sie zuletzt eingegeben haben. Mit dem Code für den Fragebogen, den Sie "
                + "zuletzt offen hatten, bleibt es erhalten.",
            "If you go to the start page, what you entered last is lost. With the code for the questionnaire that you had open last it is "
                + "kept."
        );

    public static Text HomeAnyway { get; } =
        new("Zur Startseite gehen und die letzte Eingabe verwerfen", "Go to the start page and discard the last entries");

    private static readonly Text _missing = new("Bitte geben Sie Ihren Zugangscode ein.", "Please enter your access code.");

    private static readonly Text _mistyped = new(
        "Der Code enthält einen Tippfehler. Bitte vergleichen Sie ihn Zeichen für Zeichen mit Ihrem Einladungsschreiben.",
        "The code contains a typing mistake. Please compare it with your invitation letter, character by character."
    );

    private static readonly Text _notYetOpen = new(
        "Die Befragung hat noch nicht begonnen. Ihr Code ist richtig und gilt, sobald sie beginnt.",
        "The survey has not begun yet. Your code is right, and opens the questionnaire as soon as it has."
    );

    private static readonly Text _closed = new(
        "Die Befragung ist beendet, es kann nichts mehr eingetragen werden. Was Sie bis dahin gespeichert haben, ist noch da.",
        "The survey has ended, and nothing more can be entered. What you had saved until then is still there."
    );

    private static readonly Text _notAccepted = new(
        "Mit diesem Code kann der Fragebogen nicht geöffnet werden. Vielleicht ist er durch einen neueren ersetzt. Bitte nehmen Sie den "
            + "Code aus Ihrem letzten Schreiben.",
        "This code does not open the questionnaire. It may have been replaced by a newer one. Please take the code from your latest letter."
    );

    /// <summary>Why a code did not open anything.</summary>
    public static Text Of(EntryOutcome outcome) =>
        outcome switch
        {
            EntryOutcome.WrongLength { Typed: 0 } => _missing,
            EntryOutcome.WrongLength wrong => WrongLength(wrong.Typed),
            EntryOutcome.ForeignCharacter foreign => Foreign(foreign.Character),
            EntryOutcome.Mistyped => _mistyped,
            EntryOutcome.NotYetOpen => _notYetOpen,
            EntryOutcome.Closed => _closed,
            EntryOutcome.NotAccepted => _notAccepted,
            EntryOutcome.TooManyFailures throttled => TooManyFailures((int)Math.Ceiling(throttled.RetryAfter.TotalMinutes)),
            EntryOutcome.Granted => throw new ArgumentException("It has opened a questionnaire.", nameof(outcome)),
            _ => throw new UnreachableException(outcome.GetType().Name),
        };

    /// <param name="company">Whose code it is; null where no name is kept.</param>
    public static Text OpensAnother(string? company) =>
        new(
            $"Dieser Code öffnet einen anderen Fragebogen{(company is null ? "" : $", den von {company}")}; was Sie zuletzt eingegeben "
                + "haben, gehört nicht dazu. Geben Sie den Code für den Fragebogen ein, den Sie zuletzt offen hatten, oder öffnen Sie den "
                + "anderen.",
            $"This code opens another questionnaire{(company is null ? "" : $", that of {company}")}; what you entered last does not "
                + "belong to it. Enter the code for the questionnaire that you had open last, or open the other one."
        );

    private static Text Foreign(string character) =>
        new(
            $"Dieses Zeichen kommt in keinem Zugangscode vor: {character}. Bitte vergleichen Sie den Code mit Ihrem Einladungsschreiben.",
            $"This character is in no access code: {character}. Please compare the code with your invitation letter."
        );

    private static Text WrongLength(int typed) =>
        new(
            $"Ein Zugangscode hat {AccessCode.Length} Zeichen, Sie haben {typed} eingegeben. Bitte vergleichen Sie ihn mit Ihrem "
                + "Einladungsschreiben; Bindestriche und Leerzeichen zählen nicht.",
            $"An access code has {AccessCode.Length} characters, you have entered {typed}. Please compare it with your invitation letter; "
                + "hyphens and blanks do not count."
        );

    private static Text TooManyFailures(int minutes) =>
        new(
            $"Aus Ihrem Netz kamen zu viele falsche Codes. Bitte versuchen Sie es in {minutes} "
                + $"{(minutes == 1 ? "Minute" : "Minuten")} noch einmal. Ihr Code bleibt gültig.",
            $"Too many wrong codes came from your network. Please try again in {minutes} {(minutes == 1 ? "minute" : "minutes")}. "
                + "Your code stays valid."
        );
}
