namespace Dmk.Maturity.Statistics;

/// <summary>The strata's contributions to one variance, added up, with what Satterthwaite's degrees of freedom take.</summary>
internal struct VarianceParts
{
    private double _squares;
    private int _known;
    private int _unknown;

    public double Total { get; private set; }

    /// <summary>Whether any stratum has units outside of the file: a variance of 0 says nothing where none has.</summary>
    public bool IsSampled { get; set; }

    /// <summary>(sum V_h)^2 / sum V_h^2/(n_h - 1), after Satterthwaite (1946); NaN where nothing varies. A stratum with one unit counts as
    /// one degree of freedom, so that it is never below 1.</summary>
    public readonly double DegreesOfFreedom => _squares > 0 ? Math.Max(1, Total * Total / _squares) : double.NaN;

    public void Add(double contribution, long units)
    {
        Total += contribution;
        _squares += contribution * contribution / Math.Max(1, units - 1);
        _known++;
    }

    /// <summary>A stratum with one unit whose contribution counts as the mean of the others.</summary>
    public void AddUnknown() => _unknown++;

    /// <summary>Strata over those whose contributions are known; NaN where none is.</summary>
    public readonly double AveragingFactor =>
        _unknown == 0 ? 1
        : _known == 0 ? double.NaN
        : (double)(_known + _unknown) / _known;

    /// <summary>With the unknown contributions as the mean of the known ones: R's <c>survey.lonely.psu = "average"</c>, over the strata in
    /// which the domain has units.</summary>
    public readonly VarianceParts Averaged => Scaled(AveragingFactor);

    public readonly VarianceParts Scaled(double factor) => this with { Total = Total * factor, _squares = _squares * factor * factor };
}
