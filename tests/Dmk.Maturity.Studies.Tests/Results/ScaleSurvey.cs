using Dmk.Maturity.Indices;
using Dmk.Maturity.Indices.Tests;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>A simulated study whose scores have something in common, and reliability as one computes it from single companies.</summary>
internal sealed class ScaleSurvey
{
    private readonly Respondent[] _complete;
    private readonly double[] _weights;
    private readonly NaiveWeights _all;

    public ScaleSurvey(string node, int respondentsPerStratum, int seed)
    {
        var random = new Random(seed + 1);
        var plain = SimulatedStudy.Of(SmallStudy.Design, SmallSurvey.Model.Nodes.Count, respondentsPerStratum, seed);
        Survey = new(respondentsPerStratum, seed)
        {
            Simulated = plain with { Respondents = [.. plain.Respondents.Select(one => InCommon(one, random.NextDouble()))] },
        };
        Asked = RequestedInstrument.Of(Survey.Request with { Node = node });
        _complete = [.. Survey.Simulated.Respondents.Where(one => Asked.Places.All(place => !double.IsNaN(one.Scores[place])))];
        _all = new NaiveWeights(Survey.Simulated);
        _weights = [.. _complete.Select(one => _all.Of(one.Stratum))];
    }

    public ComparedSurvey Survey { get; }

    public RequestedInstrument Asked { get; }

    public int Complete => _complete.Length;

    public IReadOnlyList<IndexNode> Items => Asked.Items;

    public Instrument Figures => Survey.Cache().Instrument(Asked, Scale(), ComparedSurvey.Operator).Figures;

    /// <summary>Pearson's, of an item and the sum of the others.</summary>
    public double WithRest(int item)
    {
        var (own, rest) = (Sums([item]), Sums([.. Others(item)]));
        return Covariance(own, rest) / Math.Sqrt(Covariance(own, own) * Covariance(rest, rest));
    }

    /// <summary>From the variance of the sum of items.</summary>
    public double Alpha(params int[] items)
    {
        double k = items.Length;
        var sum = Sums(items);
        return k / (k - 1) * (1 - (items.Sum(item => Covariance(Sums([item]), Sums([item]))) / Covariance(sum, sum)));
    }

    public IEnumerable<int> Others(int item) => Enumerable.Range(0, Items.Count).Where(one => one != item);

    /// <summary>Of three items there is one solution: the loading of each follows from its two correlations and the third.</summary>
    public double[] Loadings()
    {
        var (a, b, c) = (Correlation(0, 1), Correlation(0, 2), Correlation(1, 2));
        return [Math.Sqrt(a * b / c), Math.Sqrt(a * c / b), Math.Sqrt(b * c / a)];
    }

    /// <summary>Companies without a score of an item, and their weights in percent of all.</summary>
    public (long Companies, double Weighted) Without(int item)
    {
        Respondent[] without = [.. Survey.Simulated.Respondents.Where(one => double.IsNaN(one.Scores[Items[item].Index]))];
        return (without.Length, 100 * Weight(without) / Weight(Survey.Simulated.Respondents));
    }

    /// <summary>The weights of companies with a lower score of an item, in percent of those with one.</summary>
    public double ShareBelow(int item, double score)
    {
        var place = Items[item].Index;
        return 100
            * Weight(Survey.Simulated.Respondents.Where(one => one.Scores[place] < score))
            / Weight(Survey.Simulated.Respondents.Where(one => !double.IsNaN(one.Scores[place])));
    }

    private double Weight(IEnumerable<Respondent> respondents) => respondents.Sum(one => _all.Of(one.Stratum));

    private StudyMoments Scale()
    {
        var columns = new ResponseColumns([SmallSurvey.Model.Nodes.Count], 0);
        foreach (var one in Survey.Simulated.Respondents)
        {
            columns.Add(one.Stratum, one.Cell, "1.0.0", [one.Scores], []);
        }

        return columns.Moments.Items(0, Asked.Places, _ => true);
    }

    private double Correlation(int one, int other) =>
        Covariance(Sums([one]), Sums([other])) / Math.Sqrt(Covariance(Sums([one]), Sums([one])) * Covariance(Sums([other]), Sums([other])));

    private double[] Sums(int[] items) => [.. _complete.Select(one => items.Sum(item => one.Scores[Items[item].Index]))];

    private double Covariance(double[] one, double[] other)
    {
        var all = _weights.Sum();
        var mean = one.Zip(_weights, (value, weight) => value * weight).Sum() / all;
        var otherMean = other.Zip(_weights, (value, weight) => value * weight).Sum() / all;
        return Enumerable.Range(0, one.Length).Sum(at => _weights[at] * (one[at] - mean) * (other[at] - otherMean)) / all;
    }

    private static Respondent InCommon(Respondent one, double common) =>
        one with
        {
            Scores = [.. one.Scores.Select((score, node) => (score * (0.3 + (0.05 * node))) + (50 * common))],
        };
}
