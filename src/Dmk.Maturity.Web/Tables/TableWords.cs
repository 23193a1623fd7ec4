using System.Diagnostics;
using Dmk.Maturity.Indices;
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

    public static Text Counted { get; } = new("Wer gezählt wird", "Who is counted");

    public static Text All { get; } = new("Alle", "All");

    public static Text WithoutCondition { get; } =
        new(
            "Von einem Teil der Unternehmen werden nur der Gesamtwert und die Dimensionen gezeigt, insgesamt und nach einem Merkmal. "
                + "Diese Tabelle gibt es so nicht; hier werden alle gezählt.",
            "Of a part of the companies, only the total and the dimensions are shown, altogether and by one variable. "
                + "There is no such table of them; here all are counted."
        );

    public static Text MeanPer { get; } = new("Mittel je", "Mean per");

    public static Text Enterprise { get; } = new("Unternehmen", "company");

    public static Text Person { get; } = new("beschäftigter Person", "person employed");

    public static Text PerPerson { get; } = new("je beschäftigter Person", "per person employed");

    public static Text PerEnterprise { get; } = new("je Unternehmen", "per enterprise");

    public static Text WithoutPersons { get; } =
        new(
            "Je beschäftigter Person werden der Gesamtwert und die Dimensionen gezeigt, insgesamt und nach einem Merkmal, für alle "
                + "Unternehmen. Hier zählt jedes Unternehmen gleich.",
            "Per person employed, the total and the dimensions are shown, altogether and by one variable, of all companies. Here every "
                + "company counts alike."
        );

    public static Text Show { get; } = new("Anzeigen", "Show");

    public static Text TooFewToShow { get; } =
        new(
            "Bisher haben zu wenige Unternehmen geantwortet, um hier eine Zahl zu zeigen.",
            "Too few companies have answered so far to show a figure here."
        );

    public static Text AllWithheld { get; } =
        new(
            "Hier wird keine Zahl gezeigt: Jede würde etwas über wenige Unternehmen verraten.",
            "No figure is shown here: each would tell of a few companies."
        );

    public static Text NobodyYet { get; } = new("Hierzu hat noch niemand geantwortet.", "Nobody has answered this yet.");

    public static Text NoInterval { get; } = new("ohne Intervall", "no interval");

    public static Text LegendPoint { get; } = new("Schätzwert mit 95-%-Intervall", "Estimate with 95% interval");

    public static Text LegendUnreliable { get; } = new("unsicher, mit Vorsicht lesen", "uncertain, read with care");

    public static Text LegendBound { get; } = new("alle Unternehmen liegen in dieser Spanne", "all companies lie within this range");

    public static Text MoreColumns { get; } =
        new(
            "Weitere Spalten: Standardfehler, wirksame Antworten, Variationskoeffizient",
            "Further columns: standard error, effective respondents, coefficient of variation"
        );

    public static Text FewerColumns { get; } = new("Weniger Spalten", "Fewer columns");

    public static Text Estimate { get; } = new("Schätzwert", "Estimate");

    public static Text Interval { get; } = new("95-%-Intervall", "95% interval");

    public static Text Level { get; } = new("Stufe", "Level");

    public static Text StandardError { get; } = new("Standard\u00ADfehler", "Standard error");

    public static Text Respondents { get; } = new("Antworten", "Respondents");

    public static Text EffectiveRespondents { get; } = new("Wirksame Antworten", "Effective respondents");

    public static Text Variation { get; } = new("Variations\u00ADkoeffizient", "Coefficient of variation");

    public static Text Status { get; } = new("Status", "Status");

    public static Text Download { get; } = new("Tabelle als CSV-Datei herunterladen", "Download the table as a CSV file");

    public static Text ClosedTitle { get; } = new("Noch keine veröffentlichten Ergebnisse", "No published results yet");

    public static Text NoFiguresTitle { get; } = new("Keine Zahlen", "No figures");

    public static Text TooFewText { get; } =
        new(
            "In einem Teil der Grundgesamtheit hat noch niemand geantwortet, und es gibt keine ähnlichen Unternehmen, die für ihn "
                + "stehen könnten. Deshalb gibt es noch keine Schätzung.",
            "In a part of the population nobody has answered yet, and there are no similar companies that could stand for it. So "
                + "there is no estimate yet."
        );

    /// <summary>Why a study has no figure, or not yet, though the table exists.</summary>
    /// <param name="code">Of a <see cref="ResultRequestException"/>.</param>
    /// <returns>Null for a request of what the study does not have.</returns>
    public static Text? WhyNoTable(string code) =>
        code switch
        {
            "LONELY_CLASS" => new(
                "In einem Teil der Grundgesamtheit hat erst ein einziges Unternehmen geantwortet, und diese Studie zeigt keine Zahlen, die "
                    + "auf einem einzigen beruhen. Sobald ein zweites geantwortet hat, gibt es Zahlen.",
                "In a part of the population a single company has answered so far, and this study shows no figures that rest on a single "
                    + "one. There will be figures once a second one has answered."
            ),
            "WEIGHTS_IMPOSSIBLE" => new(
                "Die Unternehmen, die bisher geantwortet haben, können noch nicht für alle Teile der Grundgesamtheit stehen. Zahlen gibt "
                    + "es, sobald mehr geantwortet haben.",
                "The companies that have answered so far cannot stand for all parts of the population yet. There will be figures once more "
                    + "have answered."
            ),
            "NOT_YET_SHOWN" => new(
                "Diese Zahlen werden gezeigt, sobald alles gezeigt ist: wenn die Befragung beendet ist oder die Befragenden es freigeben.",
                "These figures are shown once all is shown: when the survey has ended, or those who run it release it."
            ),
            "INDEX_NOT_READY" => new(
                "Diese Fassung des Index ist neu. Ihre Zahlen werden gerade berechnet, und es wird entschieden, welche gezeigt werden "
                    + "können, ohne etwas über wenige Unternehmen zu verraten. Das dauert höchstens einige Minuten; bitte laden Sie die "
                    + "Seite dann neu.",
                "This version of the index is new. Its figures are being computed, and it is being decided which of them can be shown "
                    + "without telling of a few companies. This takes some minutes at most; please load the page again then."
            ),
            "INDEX_NOT_SHOWN" => new(
                "Diese Fassung des Index kam nach der Veröffentlichung der Studie hinzu. Von ihr werden Mittelwerte gezeigt, aber keine "
                    + "Anteile und keine Zahlen für einen Teil der Unternehmen: Neben den anderen Fassungen könnten diese etwas über "
                    + "wenige verraten.",
                "This version of the index was added after the study was published. Means under it are shown, but no shares and no figures "
                    + "for a part of the companies: beside the other versions these could tell of a few."
            ),
            _ => null,
        };

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

    /// <summary>That figures are of those alone of whom a declared condition is true.</summary>
    public static Text Only(NamedCondition condition) =>
        new(
            $"Gezählt werden nur: {condition.Title.De}. Wer dazugehört, sagen die Antworten.",
            $"Only these are counted: {condition.Title.En}. Who belongs to them is known from the answers."
        );

    /// <summary>Of how many points a score is.</summary>
    public static Text OfScale(IndexModel model)
    {
        var (from, to) = (End(model.ScaleFrom), End(model.ScaleTo));
        return model.ScaleFrom == 0
            ? new($"von {to.De} Punkten", $"of {to.En} points")
            : new($"Punkte auf der Skala von {from.De} bis {to.De}", $"points on the scale from {from.En} to {to.En}");
    }

    public static Text TableTitle(IndexModel model)
    {
        var (from, to) = (End(model.ScaleFrom), End(model.ScaleTo));
        return new($"Alle Zahlen, in Punkten von {from.De} bis {to.De}", $"All figures, in points from {from.En} to {to.En}");
    }

    public static Text Levels(LevelRange levels) =>
        levels.Lowest == levels.Highest
            ? levels.Lowest.Title
            : new(
                $"zwischen {levels.Lowest.Title.De} und {levels.Highest.Title.De}",
                $"between {levels.Lowest.Title.En} and {levels.Highest.Title.En}"
            );

    /// <summary>When readers see further answers.</summary>
    public static Text Rhythm(ShowRhythm rhythm) =>
        rhythm switch
        {
            ShowRhythm.Nightly => new(
                "Weitere Antworten werden jede Nacht gezeigt, sobald es genug sind.",
                "Further answers are shown every night, as soon as there are enough."
            ),
            ShowRhythm.Weekly => new(
                "Weitere Antworten werden in der Nacht zu jedem Montag gezeigt, sobald es genug sind.",
                "Further answers are shown in the night to every Monday, as soon as there are enough."
            ),
            ShowRhythm.ByHand => new(
                "Weitere Antworten werden gezeigt, wenn die Befragenden sie freigeben, spätestens nach dem Ende der Befragung.",
                "Further answers are shown when those who run the survey release them, at the latest after its end."
            ),
            _ => throw new UnreachableException(rhythm.ToString()),
        };

    public static Text ChartAlternative(int groups, string whole, IndexModel model) =>
        new(
            $"Punktdiagramm: Schätzwerte mit Intervallen für {groups} Gruppen ({Scale(model.ScaleFrom, model.ScaleTo).De}), {whole} als "
                + "senkrechte Linie. Dieselben Zahlen stehen in der Tabelle.",
            $"Dot plot: estimates with intervals for {groups} groups ({Scale(model.ScaleFrom, model.ScaleTo).En}), {whole} as a vertical "
                + "line. The same figures are in the table."
        );

    public static Text StatusOf(CellStatus status) =>
        status switch
        {
            CellStatus.Published => new("gezeigt", "shown"),
            CellStatus.Unreliable => new("unsicher", "uncertain"),
            CellStatus.FewRespondents or CellStatus.Dominated or CellStatus.ProtectsAnother => new("zurückgehalten", "withheld"),
            CellStatus.AllAlike => new("als Spanne gezeigt", "shown as a range"),
            CellStatus.NotYetShown => new("noch nicht gezeigt", "not yet shown"),
            CellStatus.NoRespondents => new("keine Antworten", "no answers"),
            _ => new("nicht vorhanden", "does not exist"),
        };

    public static Text WhyNot(CellStatus status) =>
        status switch
        {
            CellStatus.FewRespondents => new("Zu wenige Antworten, um sie zu zeigen.", "Too few answers to be shown."),
            CellStatus.Dominated => new(
                "Zurückgehalten, weil ein Unternehmen fast alles davon ausmacht.",
                "Withheld, because one company makes up nearly all of it."
            ),
            CellStatus.ProtectsAnother => new(
                "Zurückgehalten, weil sich sonst eine andere Zahl errechnen ließe.",
                "Withheld, because another figure could be computed from it."
            ),
            CellStatus.AllAlike => new(
                "Alle haben denselben oder fast denselben Wert; genannt wird nur, in welcher Spanne er liegt.",
                "All have the same score or nearly so; only the range in which it lies is told."
            ),
            CellStatus.NotYetShown => new(
                "Noch zu wenige Antworten; eine Zahl gibt es, sobald es genug sind.",
                "Too few answers so far; there will be a figure once there are enough."
            ),
            CellStatus.NoRespondents => new("Noch keine Antworten.", "No answers yet."),
            _ => new("Solche Unternehmen gibt es in der Grundgesamtheit nicht.", "There are no such companies in the population."),
        };

    public static Text Scale(double from, double to) =>
        new($"Skala {End(from).De} bis {End(to).De}", $"scale {End(from).En} to {End(to).En}");

    /// <summary>Of a scale, with decimals only where it has some.</summary>
    private static Text End(double value) =>
        new(value.ToString("0.##", Language.German.Culture), value.ToString("0.##", Language.English.Culture));
}
