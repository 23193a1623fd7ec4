using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[
    Name("IndexCell"),
    Description(
        "One cell of an index table. Where the status withholds, every number is null; a number that does not "
            + "exist is null, too, never 0."
    )
]
internal sealed class CellView(IndexCell cell, IReadOnlyList<ReportingVariable> by, CodeNames names, Language language)
{
    [Description("Where it stands, in the order of the table's variables; empty for the total."), ListSize(3)]
    public IEnumerable<CellCodeView> Codes => cell.Codes.Select((code, place) => names.OfCell(by[place], code));

    [Description(
        "The weighted mean (Hájek) or a quantile, in points of the index, or a share in percent. For readers other than operators to "
            + "0.1, like its errors."
    )]
    public double? Estimate => Figure?.Value.OrNull;

    [Description("Its linearised standard error, with finite population correction.")]
    public double? StandardError => Figure?.StandardError.OrNull;

    [Description("Within the scale of the index; null where there is no standard error.")]
    public IntervalView? ConfidenceInterval =>
        Figure is { } figure && double.IsFinite(figure.Lower) && double.IsFinite(figure.Upper)
            ? new(figure.Lower, figure.Upper, figure.Level, figure.Method)
            : null;

    [Description("Where the mean lies, if all or nearly all companies of the cell have the same score (ALL_ALIKE); null otherwise.")]
    public ScoreBoundView? Bound => cell.Figure.Bound is { } bound ? new(bound.Lower, bound.Upper) : null;

    [Description("Companies that answered and have a score.")]
    public int? Respondents => Figure is { } figure ? checked((int)figure.Respondents) : null;

    [Description(
        "By Kish: as many respondents with equal weights would be as precise. Per person employed, weights are those times persons. To "
            + "whole numbers for readers other than operators, who are not told it per person."
    )]
    public double? EffectiveRespondents => Figure?.EffectiveRespondents.OrNull;

    [Description("Standard error over estimate.")]
    public double? CoefficientOfVariation => Figure?.CoefficientOfVariation.OrNull;

    [Description("The variance over that of a simple random sample of the same size. For operators; null for others.")]
    public double? DesignEffect => Figure?.DesignEffect.OrNull;

    [Description("Of the t quantile in the interval; null where nothing varies.")]
    public double? DegreesOfFreedom => Figure?.DegreesOfFreedom.OrNull;

    [Description("Companies that the cell stands for, estimated by the weights. To three digits for readers other than operators.")]
    public double? Population => Figure?.Population.OrNull;

    [Description("Whether and why the figure is shown or not.")]
    public CellStatus Status => cell.Figure.Status;

    [Description("The status in words.")]
    public string StatusText => StatusWords.Of(cell.Figure.Status).In(language);

    [Description("The level within which the whole interval lies; null where it reaches over two.")]
    public LevelView? Level => cell.Level is { } level ? new LevelView(level, language) : null;

    private Estimate? Figure => cell.Figure.Estimate;
}
