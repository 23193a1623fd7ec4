using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("Peers"), Description("Other companies of the same kind that have answered, in coarse steps. Each counts once, without weights.")]
internal sealed class PeersView(PeerGroup group, PeerFigure figure, Language language)
{
    [Description("Who they are, and whether companies of other kinds were taken in, in a sentence.")]
    public string Sentence => BenchmarkWords.Who(group).In(language);

    [Description("Where they stand; empty for all companies."), ListSize(3)]
    public IEnumerable<CellCodeView> Codes =>
        group.By.Zip(group.Codes, (variable, code) => new CellCodeView(variable.Id, code, variable.LabelOf(code).In(language)));

    [Description("Whether companies of other kinds were taken in, as those of exactly this kind are too few or not reported.")]
    public bool Widened => group.LeftOut.Count > 0;

    [Description("So many at least, in tens; the company itself is none of them.")]
    public int AtLeast => checked((int)figure.AtLeast);

    [Description("Between which values the mean of their scores lies: a twentieth of the scale.")]
    public ScoreBoundView Mean => new(figure.Mean.Lower, figure.Mean.Upper);

    [Description(
        "Of 100 peers so many have a lower score: a fifth. Null where the company has no score, or where it would tell the scores of peers "
            + "that are much alike."
    )]
    public PeerPositionView? Lower => figure.Lower is { } lower ? new PeerPositionView(lower.From, lower.To) : null;
}
