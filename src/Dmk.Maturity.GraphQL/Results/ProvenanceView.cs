using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("Provenance"), Description("What figures were made from, and how. With it they can be recomputed.")]
internal sealed class ProvenanceView(Result.Table table, Language language)
{
    private static readonly Text _among = new("nur Unternehmen, für die gilt:", "only companies of which this is true:");

    private static readonly Text _degrees = new(
        "Nach Satterthwaite, aus den Beiträgen der Gewichtungsklassen zur Varianz der Zelle",
        "After Satterthwaite, from the contributions of the weighting classes to the variance of the cell"
    );

    [Id, Description("The study.")]
    public string Study => table.Study.Id;

    [Description("Its wave.")]
    public int Wave => table.Study.Design.Wave;

    [Description("The questionnaire that was answered, in the version that the study was published with.")]
    public VersionView Questionnaire => Version(table.Study.Versions[0].Questionnaire);

    [Description(
        "How many were asked which version of the questionnaire, in the order of the versions. Not live, it is the state in "
            + "which each version had last gained nobody or at least the minimum of respondents, and may add up to fewer than the "
            + "table has; empty before the first such state."
    )]
    [ListSize(5)]
    public IEnumerable<AskedVersionView> QuestionnaireVersions =>
        table
            .Study.Versions.Where(version => table.Data.Versions.Of(version.Number) > 0)
            .Select(version => AskedVersionView.Of(version.Questionnaire, table.Data.Versions.Of(version.Number)));

    [Description("The index model that scored the answers.")]
    public VersionView Index => new(table.Figures.Model.Id, table.Figures.Model.Version, table.Figures.Model.Hash);

    [Description("How respondents were weighted.")]
    public WeightingView Weighting => new(table.Figures, language);

    [Description("The estimator and its intervals, in words, and of whom it is where a condition picks them.")]
    public string Method =>
        MethodWords.Of(table.Figures).In(language) + (table.Data.Where is { } where ? $"; {_among.In(language)} {where}" : "");

    [Description("The declared condition that picked the companies; null where they are all, or were picked by a condition of one's own.")]
    public DeclaredConditionView? Condition => table.Data.Condition is { } condition ? new(condition, language) : null;

    [Description(
        "The condition that picked the companies, declared or one's own, in the language of questionnaires; null where they are all."
    )]
    public string? Where => table.Data.Where;

    [Description("Whose degrees of freedom the intervals use, in words.")]
    public string DegreesOfFreedomRule => _degrees.In(language);

    [Description("How a weighting class with one respondent enters the variance.")]
    public LonelyUnit Lonely => table.Study.Design.Lonely;

    [Description(
        "Two commands, a line each, that give the figures again to at least nine digits: the first writes a file of microdata of this "
            + "index and version, which is to be of the same state; the second estimates from it, and fails on a file of another index or "
            + "version. For operators; null for others, per person employed, under a condition, and for other weights. Shares are given "
            + "as parts of 1, for every level."
    )]
    public string? Recompute => Recomputation.Of(table);

    private static VersionView Version(Questionnaire questionnaire) => new(questionnaire.Id, questionnaire.Version, questionnaire.Hash);
}
