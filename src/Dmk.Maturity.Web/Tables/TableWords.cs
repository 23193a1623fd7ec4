using System.Globalization;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web;

/// <summary>Words of the result tables.</summary>
internal static class TableWords
{
    public static Text Germany { get; } = new("Deutschland", "Germany");

    public static Text Provisional { get; } = new("Vorläufig", "Provisional");

    public static Text Synthetic { get; } = new("Synthetische Daten", "Synthetic data");

    public static Text Index { get; } = new("Index", "Index");

    public static Text Node { get; } = new("Gesamtwert oder Dimension", "Total or dimension");

    public static Text ByLabel { get; } = new("Gegliedert nach", "Broken down by");

    public static Text Part { get; } = new("Teil", "Part");

    public static Text WithoutPart { get; } =
        new(
            "Dieser Teil wird in dieser Gliederung nicht berichtet. Gezeigt wird Deutschland insgesamt.",
            "This part is not reported in this breakdown. All of Germany is shown."
        );

    public static Text Show { get; } = new("Anzeigen", "Show");

    public static Text NothingToShow { get; } =
        new("Es gibt noch nicht genug Antworten für eine Zahl.", "There are not enough answers for a figure yet.");

    public static Text NoInterval { get; } = new("ohne Intervall", "no interval");

    public static Text Withheld { get; } = new("keine Angabe", "not shown");

    public static Text LegendPoint { get; } = new("Schätzwert mit 95-%-Intervall", "Estimate with 95% interval");

    public static Text LegendUnreliable { get; } = new("unsicher, mit Vorsicht lesen", "uncertain, read with care");

    public static Text TableTitle { get; } = new("Alle Zahlen", "All figures");

    public static Text Estimate { get; } = new("Schätzwert", "Estimate");

    public static Text Interval { get; } = new("95-%-Intervall", "95% interval");

    public static Text Level { get; } = new("Stufe", "Level");

    public static Text StandardError { get; } = new("Standard\u00ADfehler", "Standard error");

    public static Text Respondents { get; } = new("Antworten", "Respondents");

    public static Text EffectiveRespondents { get; } = new("Wirksame Antworten", "Effective respondents");

    public static Text Variation { get; } = new("Variations\u00ADkoeffizient", "Coefficient of variation");

    public static Text Status { get; } = new("Status", "Status");

    public static Text Download { get; } = new("Tabelle als CSV-Datei herunterladen", "Download the table as a CSV file");

    public static Text ProvenanceTitle { get; } = new("Woher die Zahlen kommen", "Where the figures come from");

    public static Text StudyAndWave { get; } = new("Studie und Welle", "Study and wave");

    public static Text QuestionnaireLabel { get; } = new("Fragebogen", "Questionnaire");

    public static Text VersionsLabel { get; } = new("Versionen des Fragebogens", "Versions of the questionnaire");

    public static Text IndexLabel { get; } = new("Index", "Index");

    public static Text Method { get; } = new("Schätzung", "Estimation");

    public static Text WeightingLabel { get; } = new("Gewichtung", "Weighting");

    public static Text ConfidentialityLabel { get; } = new("Geheimhaltung", "Confidentiality");

    public static Text DataLabel { get; } = new("Datenstand", "State of the data");

    public static Text ComputedLabel { get; } = new("Berechnet am", "Computed on");

    public static Text ClosedTitle { get; } = new("Noch keine veröffentlichten Ergebnisse", "No published results yet");

    public static Text TooFewTitle { get; } = new("Noch zu wenige Antworten", "Too few answers yet");

    public static Text TooFewText { get; } =
        new(
            "In einem Teil der Grundgesamtheit hat noch niemand geantwortet, und es gibt keine ähnlichen Unternehmen, die für ihn "
                + "stehen könnten. Deshalb gibt es noch keine Schätzung.",
            "In a part of the population nobody has answered yet, and there are no similar companies that could stand for it. So "
                + "there is no estimate yet."
        );

    public static Text SignIn { get; } = new("Anmelden", "Sign in");

    public static Text ClosedText(Text study) =>
        new(
            $"Die Ergebnisse der Studie „{study.De}“ werden nach dem Ende der Befragung veröffentlicht. Ministerien und Forschung "
                + "sehen vorläufige Tabellen nach der Anmeldung.",
            $"The results of the study “{study.En}” will be published after the end of the survey. Ministries and researchers see "
                + "provisional tables after signing in."
        );

    public static Text By(IReadOnlyList<ReportingVariable> by) =>
        new(string.Join(" und ", by.Select(variable => variable.Title.De)), string.Join(" and ", by.Select(variable => variable.Title.En)));

    public static Text Heading(Text node, Text by) => new($"{node.De} nach {by.De}", $"{node.En} by {by.En}");

    public static Text FromTo(string lower, string upper) => new($"{lower} bis {upper}", $"{lower} to {upper}");

    public static Text CaptionWhole(string whole, string value, string interval) =>
        new(
            $"{whole} erreicht {value} von 100 Punkten (95-%-Intervall: {interval}).",
            $"{whole} reaches {value} of 100 points (95% interval: {interval})."
        );

    public static Text CaptionRange(string first, string high, string last, string low) =>
        new(
            $"Den höchsten Schätzwert hat {first} mit {high}, den niedrigsten {last} mit {low}.",
            $"The highest estimate is that of {first} with {high}, the lowest that of {last} with {low}."
        );

    public static Text CaptionApart(int apart, int of, IReadOnlyList<ReportingVariable> by, string whole)
    {
        var (de, en) = by is [var one] ? (one.Groups.De, one.Groups.En) : ("Gruppen", "groups");
        return apart == 0
            ? new(
                $"Bei allen {of} {de} liegt der Wert für {whole} innerhalb des Intervalls.",
                $"For all {of} {en} the value for {whole} lies within the interval."
            )
            : new(
                $"Bei {apart} von {of} {de} liegt der Wert für {whole} außerhalb des Intervalls.",
                $"For {apart} of {of} {en} the value for {whole} lies outside the interval."
            );
    }

    public static Text ChartAlternative(int groups, string whole) =>
        new(
            $"Punktdiagramm: Schätzwerte mit Intervallen für {groups} Gruppen, {whole} als senkrechte Linie. Dieselben Zahlen "
                + "stehen in der Tabelle.",
            $"Dot plot: estimates with intervals for {groups} groups, {whole} as a vertical line. The same figures are in the table."
        );

    public static Text StatusOf(CellStatus status) =>
        status switch
        {
            CellStatus.Published => new("gezeigt", "shown"),
            CellStatus.Unreliable => new("unsicher", "uncertain"),
            CellStatus.FewRespondents or CellStatus.ProtectsAnother => new("zurückgehalten", "withheld"),
            CellStatus.AllAlike => new("als Spanne gezeigt", "shown as a range"),
            CellStatus.NotYetShown => new("noch nicht gezeigt", "not yet shown"),
            CellStatus.NoRespondents => new("keine Antworten", "no answers"),
            _ => new("nicht vorhanden", "does not exist"),
        };

    public static Text WhyNot(CellStatus status) =>
        status switch
        {
            CellStatus.FewRespondents => new("Zu wenige Antworten, um sie zu zeigen.", "Too few answers to be shown."),
            CellStatus.ProtectsAnother => new(
                "Zurückgehalten, weil sich sonst eine andere Zahl errechnen ließe.",
                "Withheld, because another figure could be computed from it."
            ),
            CellStatus.AllAlike => new(
                "Alle Unternehmen haben denselben Wert; gezeigt wird nur eine Spanne.",
                "All companies have the same score; only a range is shown."
            ),
            CellStatus.NotYetShown => new("Bisher zu wenige Antworten, um sie zu zeigen.", "Too few answers so far to be shown."),
            CellStatus.NoRespondents => new("Noch keine Antworten.", "No answers yet."),
            _ => new("Solche Unternehmen gibt es in der Grundgesamtheit nicht.", "There are no such companies in the population."),
        };

    public static Text Scale(double from, double to) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"Skala {from:0} bis {to:0}"),
            string.Create(CultureInfo.InvariantCulture, $"scale {from:0} to {to:0}")
        );

    public static Text MethodText(double level) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Gewichtetes Mittel je Unternehmen (Hájek), linearisierter Standardfehler mit "
                    + $"Endlichkeitskorrektur, t-Intervall zu {level * 100:0} %"
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"Weighted mean per enterprise (Hájek), linearised standard error with finite "
                    + $"population correction, t interval at {level * 100:0}%"
            )
        );

    public static Text WeightingText(int collapses) =>
        new(
            $"Entwurfsgewichte mit Ausgleich von Antwortausfällen je Schicht; {collapses} "
                + $"{(collapses == 1 ? "Zusammenlegung" : "Zusammenlegungen")} dünn besetzter Schichten",
            $"Design weights with adjustment for non-response by stratum; {collapses} {(collapses == 1 ? "merger" : "mergers")} of "
                + "thin strata"
        );

    public static Text ConfidentialityText(int minimum) =>
        new(
            $"Zellen mit weniger als {minimum} Antworten werden nicht gezeigt, auch nicht solche, aus denen sie sich errechnen ließen",
            $"Cells with fewer than {minimum} respondents are not shown, nor are those from which they could be computed"
        );

    /// <summary>How many respondents were asked each version, in the order of the versions.</summary>
    public static Text VersionsText(IEnumerable<KeyValuePair<string, long>> respondents, Sight sight) =>
        new(
            Each(respondents, Language.German, "Antworten")
                + (sight == Sight.Live ? "" : " (Stand, in dem jede zuletzt um genügend Antworten gewachsen war)"),
            Each(respondents, Language.English, "respondents")
                + (sight == Sight.Live ? "" : " (as of when each had last grown by enough respondents)")
        );

    private static string Each(IEnumerable<KeyValuePair<string, long>> versions, Language language, string what) =>
        string.Join("; ", versions.Select(one => $"{one.Key}: {Numbers.Of(one.Value, 0, language)} {what}"));

    public static Text DataText(Sight sight, long version) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(sight == Sight.Live ? "alle eingegangenen Antworten" : "weitere Antworten kommen zu festen Zeiten gemeinsam hinzu")}, "
                    + $"Stand {version}"
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(sight == Sight.Live ? "every answer received" : "further answers are added together, at fixed times")}, "
                    + $"version {version}"
            )
        );
}
