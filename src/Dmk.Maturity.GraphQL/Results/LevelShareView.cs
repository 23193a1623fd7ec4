using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("LevelShare"), Description("The share of companies at a level.")]
internal sealed class LevelShareView(LevelShare share, Language language)
{
    [Description("The level.")]
    public LevelView Level => new(share.Level, language);

    [Description("In percent of those that have a score, under the weights; null where the status withholds.")]
    public double? Estimate => share.Figure.Estimate?.Value.OrNull;

    [Description("Its linearised standard error.")]
    public double? StandardError => share.Figure.Estimate?.StandardError.OrNull;

    [Description("Where the share lies, where all or nearly all companies, or hardly any, are at the level; null otherwise.")]
    public ScoreBoundView? Bound => share.Figure.Bound is { } bound ? new(bound.Lower, bound.Upper) : null;

    [Description("Whether and why it is shown or not.")]
    public CellStatus Status => share.Figure.Status;
}
