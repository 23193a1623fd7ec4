using System.Diagnostics;
using System.Globalization;
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
            "Für nur diese werden der Gesamtwert und die Dimensionen gezeigt, insgesamt und nach einem Merkmal. Hier werden alle gezählt.",
            "Of these alone, the total and the dimensions are shown, altogether and by one variable. Here all are counted."
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

    public static Text ProvenanceTitle { get; } = new("Woher die Zahlen kommen", "Where the figures come from");

    public static Text StudyAndWave { get; } = new("Studie und Welle", "Study and wave");

    public static Text QuestionnaireLabel { get; } = new("Fragebogen", "Questionnaire");

    public static Text VersionsLabel { get; } = new("Versionen des Fragebogens", "Versions of the questionnaire");

    public static Text IndexLabel { get; } = new("Index", "Index");

    public static Text Method { get; } = new("Schätzung", "Estimation");

    public static Text ConditionLabel { get; } = new("Bedingung", "Condition");

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

    /// <summary>Why a study has no figure yet though the table exists.</summary>
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

    public static Text CaptionWhole(string whole, string value, string ofScale, string interval) =>
        new(
            $"{whole} erreicht {value} {ofScale} (95-%-Intervall: {interval}).",
            $"{whole} reaches {value} {ofScale} (95% interval: {interval})."
        );

    public static Text CaptionAlike(string whole, string bound, string ofScale) =>
        new(
            $"{whole}: Alle Unternehmen, die geantwortet haben, liegen bei {bound} {ofScale}.",
            $"{whole}: all companies that have answered lie at {bound} {ofScale}."
        );

    public static Text CaptionWithout(string whole, string why) =>
        new($"Für {whole} insgesamt gibt es hier keine Zahl: {why}", $"There is no figure for {whole} in total here: {why}");

    public static Text CaptionHighest(string first, string figure) =>
        new($"Den höchsten Schätzwert hat {first} mit {figure}.", $"The highest estimate is that of {first} with {figure}.");

    public static Text CaptionLowest(string last, string figure) =>
        new($"Den niedrigsten Schätzwert hat {last} mit {figure}.", $"The lowest estimate is that of {last} with {figure}.");

    /// <param name="apart">How many lie above and below the whole with their whole interval, all being widened to hold together.</param>
    /// <param name="groups">How many were compared.</param>
    /// <param name="level">At which the intervals hold.</param>
    public static Text CaptionApart(
        (int Above, int Below) apart,
        int groups,
        IReadOnlyList<ReportingVariable> by,
        string whole,
        double level
    )
    {
        var (de, en) = by is [var one] ? (one.Groups.De, one.Groups.En) : ("Gruppen", "groups");
        var joint = string.Create(CultureInfo.InvariantCulture, $"{level * 100:0.#}");
        return apart is (0, 0)
            ? new(
                $"Bei allen {groups} {de} überschneidet sich das Intervall mit dem für {whole}, wenn man alle so verbreitert, dass sie "
                    + $"gemeinsam zu {joint} % gelten (Bonferroni): Die Abstände können Zufall sein.",
                $"All intervals of {groups} {en} overlap with that of {whole} once they are widened to hold together at {joint}% "
                    + "(Bonferroni): the distances may be chance."
            )
            : new(
                $"Das Intervall liegt {Told(apart, "bei", $"von {groups} {de} ganz", "ganz", ("über", "unter"), " und ")} dem für {whole}, "
                    + $"wenn man alle so verbreitert, dass sie gemeinsam zu {joint} % gelten (Bonferroni); sonst kann der Abstand Zufall "
                    + "sein.",
                $"The interval {Told(apart, "of", $"of {groups} {en} lies wholly", "wholly", ("above", "below"), " and that ")} that of "
                    + $"{whole} once all are widened to hold together at {joint}% (Bonferroni); else the distance may be chance."
            );
    }

    /// <summary>As in "of 3 of 16 Länder lies wholly above and that of 2 wholly below"; a side without any is not told.</summary>
    private static string Told(
        (int Above, int Below) apart,
        string of,
        string first,
        string second,
        (string Above, string Below) sides,
        string and
    ) =>
        string.Join(
            and,
            new[] { (Count: apart.Above, Side: sides.Above), (Count: apart.Below, Side: sides.Below) }
                .Where(one => one.Count > 0)
                .Select((one, place) => $"{of} {one.Count} {(place == 0 ? first : second)} {one.Side}")
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

    /// <param name="per">What the mean is of.</param>
    public static Text MethodText(double level, Text per) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Gewichtetes Mittel {per.De} (Hájek), linearisierter Standardfehler mit Endlichkeitskorrektur, Intervall zu "
                    + $"{level * 100:0} %"
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"Weighted mean {per.En} (Hájek), linearised standard error with finite population correction, interval at "
                    + $"{level * 100:0}%"
            )
        );

    public static Text WeightingText(int collapses) =>
        new(
            $"Entwurfsgewichte mit Ausgleich von Antwortausfällen je Schicht; {collapses} "
                + $"{(collapses == 1 ? "Zusammenlegung" : "Zusammenlegungen")} dünn besetzter Schichten",
            $"Design weights with adjustment for non-response by stratum; {collapses} {(collapses == 1 ? "merger" : "mergers")} of "
                + "thin strata"
        );

    public static Text ConfidentialityText(ConfidentialityRule rule, Sight sight)
    {
        if (rule.MinimumRespondents == 1)
        {
            return new("Nichts wird zurückgehalten.", "Nothing is withheld.");
        }

        var withheld = new Text(
            $"Zellen mit weniger als {rule.MinimumRespondents} Antworten werden nicht gezeigt, auch nicht solche, aus denen sie sich "
                + "errechnen ließen",
            $"Cells with fewer than {rule.MinimumRespondents} respondents are not shown, nor are those from which they could be computed"
        );
        return sight == Sight.Live
            ? withheld
            : new(
                $"{withheld.De}; damit mehr gezeigt werden kann, bleiben bis zu {Numbers.Percent(rule.LeaveOutAtMost, Language.German)} "
                    + "der Unternehmen außer Betracht; Werte sind auf 0,1 gerundet",
                $"{withheld.En}; so that more can be shown, up to {Numbers.Percent(rule.LeaveOutAtMost, Language.English)} of the "
                    + "companies are left out; values are rounded to 0.1"
            );
    }

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
