using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server.Tests;

/// <summary>Weighted means with their standard errors, written down as a textbook does: one loop for the mean, one for the squares, over
/// respondents and not over moments.</summary>
/// <remarks>Särndal, Swensson and Wretman (1992): within a class of strata w = d (sum of N) / (sum of d over respondents), d = N/m;
/// linearised variance of the Hájek mean, stratified by class
/// with finite population correction; a class with one respondent is centred at 0, the mean of the residuals. Shares no code with the
/// estimators.</remarks>
internal sealed class NaiveTable
{
    private readonly IReadOnlyList<StoredRespondent> _respondents;
    private readonly Dictionary<ReportingCell, int> _classOf = [];
    private readonly Dictionary<ReportingCell, double> _weight = [];
    private readonly Dictionary<int, (long Population, int Respondents)> _classes = [];

    /// <param name="merged">Groups of strata that the result says it has merged, as in <c>SH|trade|S3</c>.</param>
    public NaiveTable(
        IReadOnlyList<FrameStratum> frame,
        IReadOnlyList<StoredRespondent> respondents,
        IEnumerable<IReadOnlyList<string>> merged
    )
    {
        _respondents = respondents;
        Merge(frame, merged);
        foreach (var strata in frame.GroupBy(stratum => _classOf[stratum.Cell]))
        {
            double designOfRespondents = 0;
            foreach (var stratum in strata)
            {
                designOfRespondents += respondents.Count(one => one.Stratum == stratum.Cell) * (double)stratum.Population / stratum.Sampled;
            }

            var population = strata.Sum(stratum => stratum.Population);
            _classes[strata.Key] = (population, respondents.Count(one => _classOf[one.Stratum] == strata.Key));
            foreach (var stratum in strata)
            {
                _weight[stratum.Cell] = stratum.Population / (double)stratum.Sampled * population / designOfRespondents;
            }
        }
    }

    /// <summary>Respondents of the smallest class; below two the population must have answered as a whole.</summary>
    public IEnumerable<(long Population, int Respondents)> Classes => _classes.Values;

    public (double Mean, double StandardError, int Respondents) Of(Func<ReportingCell, bool> domain) => Of(domain, _ => 1);

    /// <param name="size">How much a company counts beside its weight, as by the persons it employs; NaN is missing.</param>
    public (double Mean, double StandardError, int Respondents) Of(Func<ReportingCell, bool> domain, Func<StoredRespondent, double> size)
    {
        double weights = 0,
            weighted = 0;
        var count = 0;
        foreach (var one in _respondents.Where(IsCounted))
        {
            weights += _weight[one.Stratum] * size(one);
            weighted += _weight[one.Stratum] * size(one) * one.Score;
            count++;
        }

        var mean = weighted / weights;
        double variance = 0;
        foreach (var members in _respondents.GroupBy(one => _classOf[one.Stratum]))
        {
            var (population, respondents) = _classes[members.Key];
            var residuals = members
                .Select(one => IsCounted(one) ? _weight[one.Stratum] * size(one) * (one.Score - mean) / weights : 0)
                .ToList();
            var centre = respondents > 1 ? residuals.Average() : 0;
            double squares = 0;
            foreach (var residual in residuals)
            {
                squares += (residual - centre) * (residual - centre);
            }

            variance += (1 - (respondents / (double)population)) * (respondents > 1 ? respondents / (respondents - 1.0) : 1) * squares;
        }

        return (mean, Math.Sqrt(variance), count);

        bool IsCounted(StoredRespondent one)
        {
            return domain(one.Cell) && !double.IsNaN(one.Score * size(one));
        }
    }

    private void Merge(IReadOnlyList<FrameStratum> frame, IEnumerable<IReadOnlyList<string>> merged)
    {
        var byName = frame.ToDictionary(stratum => stratum.Cell.ToString().Replace(ReportingCell.Separator, '|'), stratum => stratum.Cell);
        foreach (var (place, stratum) in frame.Index())
        {
            _classOf[stratum.Cell] = place;
        }

        foreach (var names in merged)
        {
            var joined = names.Select(name => _classOf[byName[name]]).ToHashSet();
            foreach (var cell in frame.Select(stratum => stratum.Cell).Where(cell => joined.Contains(_classOf[cell])).ToList())
            {
                _classOf[cell] = joined.Min();
            }
        }
    }
}
