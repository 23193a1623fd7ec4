using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>The scores of one respondent, node by node, with what each answer gave to the index.</summary>
/// <param name="Total">Of the index; NaN is missing.</param>
public sealed record ScoredAnswers(IndexModel Model, double Total, IReadOnlyList<ScoredAnswers.Line> Lines)
{
    /// <summary>One node.</summary>
    /// <param name="Weight">0 to 1, among the siblings that count; 0 where it is left out itself.</param>
    /// <param name="Points">Given to the index, counted from the start of the scale.</param>
    /// <param name="Share">Of what the index has above the start of its scale, 0 to 1; NaN where it has nothing.</param>
    /// <param name="BestAdds">Of an indicator: what its best answers would add to the index.</param>
    public sealed record Line(
        IndexNode Node,
        double Score,
        double Weight,
        double Points,
        double Share,
        double? BestAdds,
        IReadOnlyList<ReadAnswer> Answers
    );

    /// <summary>As a submission is scored: from the answers on the path.</summary>
    public static ScoredAnswers Of(Questionnaire questionnaire, IndexModel model, Answers answers)
    {
        var interview = Interview.Of(questionnaire, Interview.Of(questionnaire, answers).OnPath);
        var explained = model.Explain(interview);
        var headroom = model.HeadroomOf(interview).ToDictionary(one => one.Indicator.Index, one => one.Points);
        var total = explained.Nodes[0].Score;
        return new(
            model,
            total,
            [
                .. explained.Nodes.Select(node =>
                {
                    var points = node.Contributions is [.., var last] ? last.Points : total - model.ScaleFrom;
                    return new Line(
                        node.Node,
                        node.Score,
                        node.EffectiveWeight,
                        points,
                        total > model.ScaleFrom ? points / (total - model.ScaleFrom) : double.NaN,
                        headroom.TryGetValue(node.Node.Index, out var more) ? more : null,
                        node.Answers
                    );
                }),
            ]
        );
    }
}
