using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

/// <summary>What estimator a table has, and what intervals, in words.</summary>
/// <remarks>Intervals of single cells may be others, as where nothing varies: each names its method.</remarks>
internal static class MethodWords
{
    private static readonly Text _mean = new("Gewichtetes Mittel (Hájek)", "Weighted mean (Hájek)");

    private static readonly Text _share = new("Gewichteter Anteil (Hájek)", "Weighted share (Hájek)");

    private static readonly Text _perPerson = new(
        "Gewichtetes Mittel je beschäftigter Person (Verhältnis zweier Summen)",
        "Weighted mean per person employed (ratio of two totals)"
    );

    private static readonly Text _quantile = new(
        "Gewichtetes Quantil nach der Regel „math“ von R, Intervall nach Woodruff",
        "Weighted quantile by R's rule “math”, interval after Woodruff"
    );

    private static readonly Text _corrected = new(
        "linearisierter Standardfehler mit Endlichkeitskorrektur",
        "linearised standard error with finite population correction"
    );

    private static readonly Text _uncorrected = new(
        "linearisierter Standardfehler ohne Endlichkeitskorrektur",
        "linearised standard error without finite population correction"
    );

    private static readonly Text _adjusted = new(
        "Intervall mit t-Quantil auf der Logit-Skala, mit vergrößerten Residuen",
        "interval with a t quantile on the logit scale, with enlarged residuals"
    );

    private static readonly Text _logit = new(
        "Intervall mit t-Quantil auf der Logit-Skala",
        "interval with a t quantile on the logit scale"
    );

    public static Text Of(IndexTable table) =>
        table.Measure switch
        {
            NodeMeasure.Quantile => _quantile,
            NodeMeasure.PerPerson => Joined(table, _perPerson, _logit),
            NodeMeasure.ShareAt => Joined(table, _share, _adjusted),
            _ => Joined(table, _mean, _adjusted),
        };

    private static Text Joined(IndexTable table, Text estimator, Text interval)
    {
        var error = table.Design.Weights.FinitePopulation == FinitePopulation.None ? _uncorrected : _corrected;
        return new($"{estimator.De}, {error.De}, {interval.De}", $"{estimator.En}, {error.En}, {interval.En}");
    }
}
