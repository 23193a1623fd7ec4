using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>Words that every page may use.</summary>
internal static class SiteWords
{
    /// <summary>Of pages that belong to no study.</summary>
    public static Text SiteName { get; } = new("Befragungen von Unternehmen", "Surveys of companies");

    public static Text OtherLanguage { get; } = new("English", "Deutsch");

    /// <summary>Said in the language that the page is not in.</summary>
    public static Text InOneLanguage { get; } =
        new("Diesen Fragebogen gibt es nur auf Englisch.", "This questionnaire is available in German only.");

    public static Text LanguageAndSignIn { get; } = new("Sprache und Anmeldung", "Language and sign-in");

    public static Text QuestionnaireOf { get; } = new("Fragebogen von", "Questionnaire of");

    public static Text SkipToContent { get; } = new("Zum Inhalt springen", "Skip to content");

    public static Text Next { get; } = new("Weiter", "Continue");

    public static Text ErrorPrefix { get; } = new("Fehler:", "Error:");

    public static Text ToHome { get; } = new("Zur Startseite", "Go to the start page");

    public static Text Synthetic { get; } = new("Synthetische Daten.", "Synthetic data.");

    public static Text SyntheticExplained { get; } =
        new(
            "Alle Unternehmen und Antworten sind erfunden. Die Zahlen sagen nichts über die Wirklichkeit.",
            "All companies and answers are made up. The figures say nothing about the real world."
        );

    public static Text FooterNote { get; } =
        new(
            "Diese Seiten setzen nur technisch nötige Cookies, kommen ohne Skripte aus und laden nichts von anderen Servern. Ein kleines "
                + "eigenes Skript rechnet Summen schon beim Eintragen aus.",
            "These pages set only the cookies they need, work without scripts and load nothing from other servers. One small script of "
                + "this site adds up sums while you type."
        );

    public static Text NotFound { get; } = new("Diese Seite gibt es nicht", "This page does not exist");

    public static Text NotFoundExplained { get; } =
        new("Bitte prüfen Sie die Adresse, oder beginnen Sie auf der Startseite.", "Please check the address, or begin at the start page.");

    public static Text FormExpired { get; } = new("Das Formular ist abgelaufen", "The form has expired");

    public static Text FormExpiredExplained { get; } =
        new(
            "Es wurde nichts gespeichert. Gehen Sie im Browser zurück, laden Sie die Seite neu, und senden Sie das Formular noch "
                + "einmal ab. Ihr Browser muss Cookies dieser Seite zulassen.",
            "Nothing was saved. Go back in your browser, reload the page, and send the form again. Your browser must allow cookies "
                + "of this site."
        );

    public static Text FormUnreadable { get; } = new("Das Formular konnte nicht gelesen werden", "The form could not be read");

    public static Text FormUnreadableExplained { get; } =
        new(
            "Es wurde nichts gespeichert. Das Formular war zu groß oder hatte nicht die erwartete Form. Gehen Sie zurück und "
                + "versuchen Sie es noch einmal.",
            "Nothing was saved. The form was too large or not of the expected kind. Go back and try again."
        );

    public static Text Busy { get; } = new("Gerade ist sehr viel los", "Very busy just now");

    public static Text BusyExplained { get; } =
        new(
            "Es wurde nichts gespeichert. Bitte gehen Sie im Browser zurück und senden Sie das Formular in einigen Sekunden noch "
                + "einmal ab.",
            "Nothing was saved. Please go back in your browser and send the form again in a few seconds."
        );

    public static Text Stopping { get; } = new("Die Seite wird gerade neu gestartet", "The site is being restarted");

    public static Text StoppingExplained { get; } =
        new(
            "Von diesem Schritt wurde nichts gespeichert; was vorher gespeichert war, ist da. Bitte gehen Sie im Browser zurück und "
                + "versuchen Sie es in einer Minute noch einmal.",
            "Nothing of this step was saved; what had been saved before is there. Please go back in your browser and try again in a minute."
        );

    public static Text StoreDown { get; } = new("Gerade kann nichts gespeichert werden", "Nothing can be saved just now");

    public static Text StoreDownExplained { get; } =
        new(
            "Der Fehler liegt bei uns. Von diesem Schritt wurde nichts gespeichert; was vorher gespeichert war, ist da. Bitte gehen Sie "
                + "im Browser zurück und versuchen Sie es in einigen Minuten noch einmal.",
            "The fault is ours. Nothing of this step was saved; what had been saved before is there. Please go back in your browser and "
                + "try again in a few minutes."
        );

    public static Text StoreDamaged { get; } = new("Diese Erhebung ist gerade nicht erreichbar", "This survey cannot be reached just now");

    public static Text StoreDamagedExplained { get; } =
        new(
            "Der Fehler liegt bei uns: Unser Speicher ist beschädigt. Bis er wiederhergestellt ist, nehmen wir nichts an und zeigen keine "
                + "Ergebnisse. Von diesem Schritt wurde nichts gespeichert. Bitte kommen Sie an einem anderen Tag wieder.",
            "The fault is ours: our store is damaged. Until it has been restored we take nothing and show no results. Nothing of this step "
                + "was saved. Please come back another day."
        );

    public static Text ResultUnknown { get; } =
        new("Wir wissen nicht, ob Ihre Angaben gespeichert sind", "We do not know whether your answers are saved");

    public static Text ResultUnknownExplained { get; } =
        new(
            "Der Fehler liegt bei uns: Während gespeichert wurde, ist etwas ausgefallen. Öffnen Sie die Seite erneut, dann sehen Sie, was "
                + "gespeichert ist, und tragen Sie nach, was fehlt. Was Sie zuletzt getippt haben, steht noch da, wenn Sie im Browser "
                + "zurückgehen.",
            "The fault is ours: something failed while we were saving. Open the page again to see what is saved, and enter what is "
                + "missing. What you typed last is still there when you go back in your browser."
        );

    public static Text PartMissing { get; } =
        new("Ein Teil der Daten ist gerade nicht erreichbar", "A part of the data cannot be reached just now");

    public static Text PartMissingExplained { get; } =
        new(
            "Ein Land antwortet nicht. Deutschland aus fünfzehn Ländern zeigen wir nicht. Bitte versuchen Sie es in einigen Minuten "
                + "noch einmal.",
            "One Land does not answer. We do not show a Germany made of fifteen Länder. Please try again in a few minutes."
        );

    public static Text OurFault { get; } = new("Das hat bei uns nicht funktioniert", "Something went wrong on our side");

    public static Text OurFaultExplained { get; } =
        new(
            "Der Fehler ist aufgezeichnet. Was vorher gespeichert war, ist noch da. Bitte versuchen Sie es in einigen Minuten noch einmal.",
            "The fault has been recorded. What was saved before is still there. Please try again in a few minutes."
        );
}
