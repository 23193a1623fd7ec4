namespace Dmk.Maturity.Statistics;

/// <summary>The weighted distribution function of the scores of a domain.</summary>
/// <remarks>Finds what <see cref="SampleQuantiles"/> finds among single respondents in their order: within one score their order does not
/// matter.</remarks>
internal sealed class ScoreDistribution
{
    /// <summary>Each once, ascending.</summary>
    private readonly List<double> _scores = [];

    /// <summary>Per score the weight of all who have it or a lower one.</summary>
    private readonly List<double> _upTo = [];

    /// <summary>How many have the first.</summary>
    private readonly long _first;

    /// <param name="found">Scores in any order, also several times, with the weight of each of those who have one; sorted here.</param>
    private ScoreDistribution(List<(double Score, double Weight, long Count)> found)
    {
        found.Sort(static (one, other) => one.Score.CompareTo(other.Score));
        var sum = default(ExactSum);
        foreach (var (score, weight, count) in found)
        {
            if (_scores.Count == 0 || _scores[^1] != score)
            {
                _scores.Add(score);
                _upTo.Add(0);
            }

            // R keeps probabilities, and takes weights from them.
            sum.AddProduct(1 / (1 / weight), count);
            _upTo[^1] = sum.Value;
            _first += _scores.Count == 1 ? count : 0;
        }
    }

    /// <returns>Null without any score of somebody who has a weight.</returns>
    public static ScoreDistribution? Of(IEnumerable<(double Score, double Weight, long Count)> scores)
    {
        var found = scores.Where(one => one.Weight != 0).ToList();
        return found.Count == 0 ? null : new(found);
    }

    /// <summary>The smallest score up to which the share is at least p, by R's arithmetic; NaN where p is none from 0 to 1.</summary>
    /// <remarks>See <see cref="SampleQuantiles"/>: below the share of the first respondent it takes the second one.</remarks>
    public double At(double p)
    {
        if (p is not (>= 0 and <= 1))
        {
            return double.NaN;
        }

        var wanted = p * _upTo[^1];
        var at = _upTo.FindLastIndex(weight => weight <= wanted);
        if (at < 0 && _first > 1)
        {
            return _scores[0];
        }

        at = Math.Max(0, at);
        return p - (_upTo[at] / _upTo[^1]) == 0 ? _scores[at] : _scores[Math.Min(at + 1, _scores.Count - 1)];
    }
}
