using System.Globalization;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web;

/// <summary>Words that say where the figures of a table come from.</summary>
internal static class ProvenanceWords
{
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
