using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Simulation.Tests;

/// <summary>How often intervals hold the true mean: one population, many samples, several ways to intervals.</summary>
internal sealed class CoverageRun
{
    /// <summary>From so many respondents on intervals are held to their level.</summary>
    public const int Enough = 10;

    private readonly RepeatedSamples _samples;
    private readonly CollapseRule _rule;
    private readonly Dictionary<(IntervalWay Way, string Table), (DomainTally[] Enough, DomainTally[] Few)> _tallies = [];
    private long _respondents;
    private long _collapses;

    public CoverageRun(TruePopulation population, int invited, CollapseRule rule, IReadOnlyList<IntervalWay> ways, int seed)
    {
        (_rule, Ways, Invited) = (rule, ways, invited);
        _samples = new(population, invited, seed);
        Tables = TrueDomains.Of(population);
        foreach (var way in ways)
        {
            foreach (var table in Tables)
            {
                _tallies[(way, table.Name)] = (Tallies(table), Tallies(table));
            }
        }
    }

    public int Invited { get; }

    public IReadOnlyList<IntervalWay> Ways { get; }

    public IReadOnlyList<TrueDomains> Tables { get; }

    public int Repetitions { get; private set; }

    /// <summary>Samples from which a way had no figures at all.</summary>
    public Dictionary<IntervalWay, int> Without { get; } = [];

    public double MeanRespondents => (double)_respondents / Repetitions;

    public double MeanCollapses => (double)_collapses / Repetitions;

    /// <summary>Per domain of a table, over the samples in which it had enough respondents.</summary>
    public IReadOnlyList<DomainTally> WithEnough(IntervalWay way, string table) => _tallies[(way, table)].Enough;

    /// <summary>Per domain of a table, over the samples in which it had fewer.</summary>
    public IReadOnlyList<DomainTally> WithFew(IntervalWay way, string table) => _tallies[(way, table)].Few;

    /// <summary>One sample more, estimated in every way.</summary>
    public void Repeat()
    {
        var cells = _samples.Draw(Repetitions);
        var respondents = new long[_samples.Strata.Count];
        foreach (var cell in cells)
        {
            respondents[cell.Stratum] += cell.Moments.Respondents;
        }

        var weighting = Weighting.Of(_samples.Strata, respondents, _rule);
        foreach (var way in Ways)
        {
            Tally(way, way.Of(cells, weighting));
        }

        Repetitions++;
        _respondents += respondents.Sum();
        _collapses += weighting.Collapses.Count;
    }

    private static DomainTally[] Tallies(TrueDomains table) => [.. table.Means.Select(mean => new DomainTally(mean))];

    private void Tally(IntervalWay way, Func<CellPartition, IReadOnlyList<Estimate?>>? estimates)
    {
        if (estimates is null)
        {
            Without[way] = Without.GetValueOrDefault(way) + 1;
            return;
        }

        foreach (var table in Tables)
        {
            var (enough, few) = _tallies[(way, table.Name)];
            foreach (var (domain, estimate) in estimates(table.Partition).Index())
            {
                if (estimate is not null)
                {
                    (estimate.Respondents >= Enough ? enough : few)[domain].Add(estimate);
                }
            }
        }
    }
}
