namespace Dmk.Maturity.Statistics;

/// <summary>Strata that are weighted together.</summary>
internal sealed class WeightingClass
{
    private readonly List<int> _strata = [];
    private double _expanded;

    /// <summary>Indices, in the order of merging.</summary>
    public IReadOnlyList<int> Strata => _strata;

    public long Population { get; private set; }

    public long Respondents { get; private set; }

    /// <summary>Population over the sum of the respondents' design weights; without non-response and unsampled strata it is 1. Infinite
    /// without a respondent.</summary>
    public double Factor => Population / _expanded;

    public static double DesignWeight(Stratum stratum) => (double)stratum.Population / stratum.Sampled;

    public bool IsDeficient(CollapseRule rule) =>
        Population > 0 && ((Respondents < rule.MinimumRespondents && Respondents < Population) || Factor > rule.MaximumFactor);

    public void Add(int index, Stratum stratum, long respondents)
    {
        _strata.Add(index);
        Population += stratum.Population;
        Respondents += respondents;
        _expanded += respondents == 0 ? 0 : DesignWeight(stratum) * respondents;
    }

    public void Merge(WeightingClass other)
    {
        _strata.AddRange(other._strata);
        Population += other.Population;
        Respondents += other.Respondents;
        _expanded += other._expanded;
    }
}
