using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>How often each score of a node occurs where companies were drawn and where they stand: what quantiles are made from.</summary>
public sealed class ScoreCounts
{
    private readonly Dictionary<CellMoments, IReadOnlyList<ScoreCount>> _of = new(ReferenceEqualityComparer.Instance);

    /// <param name="node">Its place in the model.</param>
    /// <param name="places">Each stratum with a reporting cell once.</param>
    /// <exception cref="ArgumentException">One of them stands there twice.</exception>
    public ScoreCounts(int node, IEnumerable<PlaceScores> places)
    {
        Moments = new(1) { Node = node };
        Span<double> score = stackalloc double[1];
        foreach (var place in places)
        {
            var moments = Moments.At(place.Stratum, place.Cell);
            moments.AddWithout(place.Without);
            foreach (var one in place.Scores)
            {
                score[0] = one.Score;
                for (var count = 0L; count < one.Count; count++)
                {
                    moments.Add(score);
                }
            }

            _of.Add(moments, place.Scores);
        }
    }

    /// <summary>Those of companies of which a condition is true, all others without a score.</summary>
    public bool IsOfPart { get; init; }

    /// <summary>Of the node alone.</summary>
    internal StudyMoments Moments { get; }

    /// <param name="cell">Out of <see cref="Moments"/>.</param>
    internal IReadOnlyList<ScoreCount> Of(CellMoments cell) => _of[cell];
}
