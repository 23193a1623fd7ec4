using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>Words of the company's pages.</summary>
internal static class SurveyWords
{
    // Entry
    public static Text EntryTitle { get; } = new("Zugangscode eingeben", "Enter your access code");

    public static Text EntryText { get; } =
        new(
            "Mit dem Code aus Ihrem Einladungsschreiben öffnen Sie den Fragebogen Ihres Unternehmens.",
            "The code in your invitation letter opens the questionnaire of your company."
        );

    public static Text Code { get; } = new("Zugangscode", "Access code");

    public static Text CodeHelp { get; } =
        new(
            "17 Zeichen in Gruppen, zum Beispiel in der Form ABCD-EFGH-JKMN-PQRS-T. Bindestriche, Leerzeichen und Groß- oder "
                + "Kleinschreibung spielen keine Rolle.",
            "17 characters in groups, in the form ABCD-EFGH-JKMN-PQRS-T. Hyphens, blanks and upper or lower case do not matter."
        );

    public static Text Begin { get; } = new("Fragebogen öffnen", "Open the questionnaire");

    public static Text CheckEntry { get; } = new("Bitte prüfen Sie Ihre Eingabe", "Please check your entry");

    public static Text GoodToKnow { get; } = new("Gut zu wissen", "Good to know");

    public static Text KnowVoluntary { get; } = new("Die Teilnahme ist freiwillig.", "Taking part is voluntary.");

    public static Text KnowSaving { get; } =
        new(
            "Auf jeder Seite wird gespeichert. Mit demselben Code machen Sie später weiter, auch an einem anderen Gerät.",
            "Every page is saved. With the same code you can carry on later, also on another device."
        );

    public static Text KnowConfidential { get; } =
        new(
            "Gezeigt werden nur Ergebnisse für Gruppen von Unternehmen, nie Ihre eigenen Angaben.",
            "Only results for groups of companies are shown, never your own answers."
        );

    public static Text KnowCookie { get; } =
        new(
            "Solange Sie angemeldet sind, merkt sich Ihr Browser das in einem Cookie. Sonst wird nichts gemerkt.",
            "While you are signed in, your browser remembers this in a cookie. Nothing else is remembered."
        );

    public static Text SessionEnded { get; } = new("Ihre Sitzung ist beendet", "Your session has ended");

    public static Text SessionEndedExplained { get; } =
        new(
            "Gespeicherte Antworten sind noch da. Bitte geben Sie Ihren Code noch einmal ein.",
            "Saved answers are still there. Please enter your code again."
        );

    public static Text SendAgain { get; } =
        new(
            "Diese Seite war abgelaufen. Bitte senden Sie sie noch einmal ab; Ihre Eingabe ist noch da.",
            "This page had expired. Please send it again; what you entered is still there."
        );

    // Overview
    public static Text OverviewTitle { get; } = new("Übersicht", "Overview");

    public static Text Start { get; } = new("Beginnen", "Begin");

    public static Text CarryOn { get; } = new("Weitermachen", "Carry on");

    public static Text Sections { get; } = new("Abschnitte", "Sections");

    public static Text ToOverview { get; } = new("Übersicht", "Overview");

    public static Text ToCheck { get; } = new("Prüfen und absenden", "Check and submit");

    public static Text ToReceipt { get; } = new("Zur Empfangsbestätigung", "Show the receipt");

    public static Text Leave { get; } = new("Abmelden", "Sign out");

    public static Text LeftTitle { get; } = new("Gespeichert und abgemeldet", "Saved and signed out");

    public static Text LeftText { get; } =
        new(
            "Ihre Antworten sind gespeichert. Mit demselben Zugangscode machen Sie weiter, solange die Befragung läuft.",
            "Your answers are saved. With the same access code you can carry on for as long as the survey runs."
        );

    public static Text EnterAgain { get; } = new("Code wieder eingeben", "Enter the code again");

    public static Text Submitted { get; } = new("Ihr Fragebogen ist abgesendet", "Your questionnaire has been submitted");

    public static Text SubmittedExplained { get; } =
        new("Sie können Ihre Antworten lesen, aber nicht mehr ändern.", "You can read your answers, but no longer change them.");

    public static Text FieldClosed { get; } = new("Die Befragung ist beendet", "The survey has ended");

    public static Text FieldClosedExplained { get; } =
        new(
            "Es kann nichts mehr eingetragen werden. Was Sie bis dahin gespeichert haben, können Sie lesen.",
            "Nothing more can be entered. You can read what you had saved until then."
        );

    public static Text NotSubmittedYetExplained { get; } =
        new(
            "Ihre Sitzung war beendet, als Sie die Seite abgeschickt haben. Ihre Häkchen und Begründungen sind gespeichert; abgesendet ist "
                + "der Fragebogen noch nicht.",
            "Your session had ended when you sent this page. Your ticks and reasons have been saved; the questionnaire has not been "
                + "submitted yet."
        );

    public static Text ChangedMeanwhile { get; } =
        new(
            "Seit diese Seite geöffnet wurde, sind Antworten geändert worden, in einem anderen Fenster oder von jemand anderem aus Ihrem "
                + "Unternehmen. Bitte sehen Sie sie noch einmal durch und senden Sie dann ab.",
            "Since this page was opened answers have been changed, in another window or by somebody else in your company. Please look "
                + "through them once more, and then submit."
        );

    public static Text FromOurRecords { get; } = new("Aus unseren Unterlagen", "From our records");

    public static Text FromOurRecordsExplained { get; } =
        new(
            "Diese Angaben haben wir eingetragen. Sie werden als Ihre Antworten abgesendet; bitte berichtigen Sie, was nicht stimmt.",
            "We have filled in these answers. They are submitted as yours; please correct what is not right."
        );

    // Sections
    public static Text SaveAndContinue { get; } = new("Speichern und weiter", "Save and continue");

    public static Text Back { get; } = new("Zurück", "Back");

    public static Text SaveAndLeave { get; } = new("Speichern und abmelden", "Save and sign out");

    public static Text PartlyStored { get; } = new("Bitte prüfen Sie Ihre Angaben", "Please check your answers");

    public static Text PartlyStoredExplained { get; } =
        new(
            "Alles andere auf dieser Seite ist gespeichert. Berichtigen Sie, was hier steht, oder gehen Sie ohne diese Angaben weiter: "
                + "noch ein Druck auf dieselbe Schaltfläche genügt. Was vorher gespeichert war, gilt dann weiter; es steht dabei.",
            "Everything else on this page is saved. Correct what is listed here, or go on without it: press the same button once more. "
                + "What was saved before then still counts; it is listed too."
        );

    public static Text FormExpired { get; } = new("Diese Seite war abgelaufen", "This page had expired");

    public static Text FormExpiredExplained { get; } =
        new(
            "Es ist noch nichts davon gespeichert. Alles, was Sie eingegeben haben, steht noch da: Bitte speichern Sie es noch einmal.",
            "Nothing of it is saved yet. Everything that you entered is still there: please save it once more."
        );

    public static Text SessionLasts(string until) =>
        new(
            $"Ihre Sitzung dauert bis {until} und verlängert sich mit jeder Seite. Danach bitten wir noch einmal um Ihren Code; was Sie "
                + "eingegeben haben, bleibt erhalten.",
            $"Your session lasts until {until} and is extended with every page. After that we ask for your code again; what you have "
                + "entered is kept."
        );

    public static Text StoredButWrong { get; } = new("Etwas passt noch nicht zusammen", "Something does not fit yet");

    public static Text StoredButWrongExplained { get; } =
        new(
            "Ihre Angaben sind gespeichert. Sie können sie jetzt berichtigen oder weitergehen; vor dem Absenden muss es stimmen.",
            "Your answers are saved. You can correct them now or carry on; before you submit they must be right."
        );

    public static Text NewQuestions { get; } =
        new("Aus Ihren Antworten ergeben sich weitere Fragen", "Your answers lead to further questions");

    public static Text NewQuestionsExplained { get; } =
        new(
            "Gespeichert ist alles. Auf dieser Seite sind Fragen dazugekommen.",
            "Everything is saved. Questions have been added to this page."
        );

    public static Text QuestionnaireChanged { get; } = new("Der Fragebogen wurde geändert", "The questionnaire has been changed");

    public static Text QuestionnaireChangedExplained { get; } =
        new(
            "Während Ihre Seite offen war, ist eine neue Fassung erschienen. Gespeichert ist alles, was Sie zu Fragen eingegeben haben, "
                + "die es noch gibt; Antworten auf entfallene Fragen werden nicht mehr gebraucht.",
            "While your page was open, a new version was published. Everything that you entered for questions that still exist is saved; "
                + "answers to questions that were dropped are no longer needed."
        );

    public static Text SectionNotAsked { get; } =
        new("Dieser Abschnitt wird Ihnen nicht mehr gestellt", "You are no longer asked this section");

    public static Text SectionNotAskedExplained { get; } =
        new(
            "Andere Antworten, vielleicht aus einem anderen Fenster, haben ihn geschlossen. Was Sie darin eingegeben haben und was lesbar "
                + "war, ist gespeichert und zählt wieder, wenn er sich wieder öffnet.",
            "Other answers, perhaps from another window, have closed it. What you entered in it and could be read is saved, and counts "
                + "again if it opens again."
        );

    public static Text NotStored { get; } = new("Ihre letzten Eingaben sind nicht gespeichert", "What you entered last is not saved");

    public static Text NotStoredExplained { get; } =
        new(
            "Sie kamen an, als nichts mehr angenommen wurde. Sie können sie hier abschreiben oder kopieren.",
            "It arrived when answers were no longer accepted. You can note or copy it here."
        );

    public static Text WhatYouTyped { get; } = new("Das haben Sie eingegeben", "This is what you entered");

    public static Text Cleared { get; } = new("gelöscht", "cleared");

    public static Text SignedOut { get; } = new("Sie sind abgemeldet.", "You are signed out.");

    // Conflict
    public static Text ConflictTitle { get; } = new("Zwei Angaben zur selben Frage", "Two answers to the same question");

    public static Text ConflictText { get; } =
        new(
            "Während Sie diese Seite ausgefüllt haben, sind dieselben Fragen beantwortet worden: in einem anderen Fenster oder von jemand "
                + "anderem aus Ihrem Unternehmen. Welche Angabe soll gelten?",
            "While you were filling in this page, the same questions have been answered: in another window or by somebody else in your "
                + "company. Which answer should count?"
        );

    public static Text ConflictUnchosen { get; } =
        new(
            "Wo Sie nichts wählen und diese Seite verlassen, bleibt die gespeicherte Angabe.",
            "If you choose nothing and leave this page, the saved answer stays."
        );

    public static Text ChoiceMissing { get; } = new("Bitte wählen Sie noch", "Please choose");

    public static Text PleaseChoose { get; } = new("Welche Angabe soll gelten?", "Which answer should count?");

    public static Text Mine { get; } = new("Ihre Angabe", "Your answer");

    public static Text SaveChoice { get; } = new("Auswahl speichern", "Save choice");

    // Check and submission
    public static Text CheckTitle { get; } = new("Prüfen und absenden", "Check and submit");

    public static Text MustFix { get; } = new("Das muss vor dem Absenden stimmen", "This must be right before you submit");

    public static Text MustFixExplained { get; } = new("Jeder Eintrag führt zu der Frage.", "Each entry leads to its question.");

    public static Text StillOpen { get; } = new("Noch offen", "Still open");

    public static Text StillOpenExplained { get; } =
        new(
            "Sie können auch mit offenen Fragen absenden. Jede Antwort macht das Ergebnis genauer.",
            "You can submit with open questions. Every answer makes the result more precise."
        );

    public static Text AllAnswered { get; } = new("Alles beantwortet, nichts zu berichtigen", "Everything answered, nothing to correct");

    public static Text PleaseConfirm { get; } = new("Bitte bestätigen", "Please confirm");

    public static Text PleaseConfirmExplained { get; } =
        new(
            "Diese Angaben sind ungewöhnlich. Bitte berichtigen Sie sie, oder bestätigen Sie, dass sie stimmen.",
            "These answers are unusual. Please correct them, or confirm that they are right."
        );

    public static Text ItIsRight { get; } = new("Die Angaben stimmen", "The answers are right");

    public static Text WhyRight { get; } = new("Wie kommt es dazu?", "What is the reason?");

    public static Text ReasonMissing { get; } = new("Bitte schreiben Sie noch, wie es dazu kommt.", "Please add the reason.");

    public static Text ReasonTooLong(int most, int length) =>
        new(
            $"Bitte kürzen Sie Ihre Begründung auf {most.ToString("N0", Language.German.Culture)} Zeichen; jetzt sind es "
                + $"{length.ToString("N0", Language.German.Culture)}. Sie ist noch nicht gespeichert.",
            $"Please shorten your reason to {most.ToString("N0", Language.English.Culture)} characters; it now has "
                + $"{length.ToString("N0", Language.English.Culture)}. It is not saved yet."
        );

    public static Text Optional { get; } = new("– freiwillig", "– optional");

    public static Text NotSubmitted { get; } =
        new("Noch nicht abgesendet: bitte bestätigen oder berichtigen", "Not submitted yet: please confirm or correct");

    public static Text Submit { get; } = new("Absenden", "Submit");

    public static Text SubmitExplained { get; } =
        new(
            "Das Absenden ist verbindlich: Danach können Sie Ihre Antworten noch lesen, aber nicht mehr ändern.",
            "Submitting is final: afterwards you can still read your answers, but no longer change them."
        );

    public static Text SubmitNow { get; } = new("Antworten absenden", "Submit your answers");

    public static Text ShowAnswers { get; } = new("Alle Antworten noch einmal ansehen", "Look at all answers again");

    // Receipt
    public static Text ThankYou { get; } = new("Vielen Dank für Ihre Zeit.", "Thank you for your time.");

    public static Text ReceiptTitle { get; } = new("Empfangsbestätigung", "Receipt");

    public static Text ReceiptText { get; } =
        new(
            "Wir haben Ihre Antworten erhalten und bewahren sie auf. Sie können diese Seite ausdrucken oder die Nummer notieren.",
            "We have received your answers and keep them. You can print this page or make a note of the number."
        );

    public static Text ReceiptNumber { get; } = new("Nummer", "Number");

    public static Text ReceiptTime { get; } = new("Abgesendet am", "Submitted on");

    public static Text ReceiptQuestionnaire { get; } = new("Fragebogen", "Questionnaire");

    public static Text ReceiptHash { get; } = new("Prüfsumme", "Hash");

    public static Text WhatHash { get; } = new("Was die Prüfsumme bedeutet", "What the hash means");

    public static Text WhatHashText { get; } =
        new(
            "Die Prüfsumme (SHA-256) ist aus dem Fragebogen und genau Ihren Antworten berechnet. Würde später auch nur ein Zeichen "
                + "geändert, passte sie nicht mehr. So können Sie und wir belegen, was Sie abgesendet haben.",
            "The hash (SHA-256) is computed from the questionnaire and exactly your answers. If a single character were changed "
                + "later, it would no longer match. So both you and we can prove what you submitted."
        );

    public static Text ReadAnswers { get; } = new("Eigene Antworten lesen", "Read your own answers");

    public static Text StaysStored(string answer) => new($"Gespeichert bleibt: {answer}.", $"What stays saved: {answer}.");

    /// <summary>What is open now, and that it is no promise: answers open and close questions.</summary>
    public static Text ProgressText(int answered, int open) =>
        (answered, open) switch
        {
            (_, 0) => new("Alle Angaben sind gemacht.", "All answers are given."),
            (0, 1) => new(
                "Noch ist nichts beantwortet. Nach jetzigem Stand ist es eine Angabe; je nach Ihren Antworten werden es mehr.",
                "Nothing is answered yet. One answer is asked for so far; depending on your answers there will be more."
            ),
            (0, _) => new(
                $"Noch ist nichts beantwortet. Nach jetzigem Stand sind es {open} Angaben; je nach Ihren Antworten werden es mehr oder "
                    + "weniger.",
                $"Nothing is answered yet. {open} answers are asked for so far; depending on your answers there will be more or fewer."
            ),
            _ => new(
                $"Beantwortet: {answered}. Nach jetzigem Stand noch offen: {open}; je nach Ihren Antworten werden es mehr oder weniger.",
                $"Answered: {answered}. Still open as it stands: {open}; depending on your answers there will be more or fewer."
            ),
        };

    public static Text SectionOf(int number, int count) => new($"Abschnitt {number} von {count}", $"Section {number} of {count}");

    public static Text SectionState(int done, int of) =>
        done == of ? new("vollständig", "complete")
        : done == 0 ? new("offen", "open")
        : new($"noch {of - done} offen", $"{of - done} still open");

    public static Text OpenCount(int open) =>
        open == 1 ? new("eine Angabe offen", "one answer open") : new($"{open} Angaben offen", $"{open} answers open");

    /// <summary>What was filled in, as people know it.</summary>
    public static Text QuestionnaireVersion(Text title, string version) =>
        new($"{title.De} (Version {version})", $"{title.En} (version {version})");

    public static Text Theirs(string time) => new($"Gespeichert am {time}", $"Saved on {time}");
}
