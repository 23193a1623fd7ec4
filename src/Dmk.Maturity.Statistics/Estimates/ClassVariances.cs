namespace Dmk.Maturity.Statistics;

/// <summary>The classes' contributions to the variance of one domain.</summary>
internal struct ClassVariances
{
    private double _sum;
    private double _squares;
    private int _known;
    private int _unknown;

    /// <summary>Unknown contributions count as the mean of the known ones; NaN if none is known.</summary>
    public readonly double Total =>
        _unknown == 0 ? _sum
        : _known == 0 ? double.NaN
        : _sum * (_known + _unknown) / _known;

    /// <summary>(sum V_g)^2 / sum V_g^2/(n_g - 1), after Satterthwaite (1946); NaN where nothing varies. A class with one respondent counts
    /// as one degree of freedom, and what is unknown as the others are.</summary>
    public readonly double DegreesOfFreedom => _squares > 0 ? Math.Max(1, _sum * _sum / _squares) : double.NaN;

    /// <summary>Whether any of the classes has units that have not answered: a variance of 0 says nothing where none has.</summary>
    public bool IsSampled { get; private set; }

    /// <param name="respondents">Of the class.</param>
    /// <param name="correction">1 - n/N of the class.</param>
    public void Add(double contribution, long respondents, double correction)
    {
        _sum += contribution;
        _squares += contribution * contribution / Math.Max(1, respondents - 1);
        _known++;
        IsSampled |= correction > 0;
    }

    public void AddUnknown()
    {
        _unknown++;
        IsSampled = true;
    }
}
