using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.GraphQL;

[Name("Provenance"), Description("What figures were made from, and how. With it they can be recomputed.")]
internal sealed class ProvenanceView(ProvisionalTable table, Language language)
{
    private static readonly Text _method = new(
        "Gewichtetes Mittel (Hájek), linearisierter Standardfehler mit Endlichkeitskorrektur, t-Intervall",
        "Weighted mean (Hájek), linearised standard error with finite population correction, t interval");

    private static readonly Text _degrees = new(
        "Unter 30 Antworten die der Zelle minus eins, sonst alle Antworten minus Schichten",
        "Below 30 respondents those of the cell minus one, otherwise all respondents minus strata");

    [Id, Description("The study.")]
    public string Study => table.Study.Id;

    [Description("Its wave.")]
    public int Wave => table.Study.Design.Wave;

    [Description("The questionnaire that was answered.")]
    public VersionView Questionnaire => new(table.Study.Questionnaire.Id, table.Study.Questionnaire.Version, table.Study.Questionnaire.Hash);

    [Description("The index model that scored the answers.")]
    public VersionView Index => new(table.Table.Model.Id, table.Table.Model.Version, table.Table.Model.Hash);

    [Description("How respondents were weighted.")]
    public WeightingView Weighting => new(table.Table, language);

    [Description("The estimator, in words.")]
    public string Method => _method.In(language);

    [Description("Whose degrees of freedom the intervals use, in words.")]
    public string DegreesOfFreedomRule => _degrees.In(language);

    [Description("How a weighting class with one respondent enters the variance.")]
    public LonelyUnit Lonely => table.Study.Design.Lonely;
}
