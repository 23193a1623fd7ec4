namespace Dmk.Maturity.Statistics;

/// <summary>One wave of a survey for a covariance with another: what a respondent moves in the mean of its domain.</summary>
internal sealed class CellWave
{
    private readonly WeightedCells _sample;
    private readonly CellPartition _partition;
    private readonly DomainSums[] _sums;
    private readonly int _variable;

    public CellWave(WeightedCells sample, CellPartition partition, int variable)
    {
        (_sample, _partition, _variable) = (sample, partition, variable);
        _sums = new MeasuredCells(new(sample, new CellMeasure.Score(variable)), partition).Sums;
    }

    public int ClassOf(int place) => _sample.ClassOf[place];

    public long RespondentsOf(int index) => _sample.RespondentsOfClass[index];

    /// <summary>Of a class; infinite without finite population correction.</summary>
    public double PopulationOf(int index) =>
        _sample.Corrections[index] is var correction && correction < 1
            ? _sample.RespondentsOfClass[index] / (1 - correction)
            : double.PositiveInfinity;

    public bool IsIn(int place, int domain) => _partition.DomainOf[_sample.Cells[place].Cell] == domain;

    /// <summary>z = factor (y - mean) for respondents of a cell in a domain who have a value; 0 for all others.</summary>
    public (double Factor, double Mean) InfluenceAt(int place, int domain) =>
        IsIn(place, domain) && _sums[domain].Below > 0 ? (_sample.Weights[place] / _sums[domain].Below, _sums[domain].Ratio) : (0, 0);

    /// <summary>Per class the mean of z over all its respondents.</summary>
    public double[] ClassMeans(int domain)
    {
        var means = new double[_sample.Classes];
        for (var place = 0; place < _sample.Cells.Count; place++)
        {
            var ((factor, mean), moments) = (InfluenceAt(place, domain), _sample.Cells[place].Moments);
            if (factor > 0)
            {
                means[ClassOf(place)] += factor * (moments.Sum(_variable) - (mean * moments.Count(_variable)));
            }
        }

        for (var index = 0; index < means.Length; index++)
        {
            means[index] /= RespondentsOf(index);
        }

        return means;
    }
}
