using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Simulation.Tests;

/// <summary>What became of the intervals of one domain, over repeated samples.</summary>
/// <param name="truth">The mean of the domain.</param>
internal sealed class DomainTally(double truth)
{
    private double _errors;
    private double _squares;
    private double _standardErrors;
    private double _variances;
    private double _halfWidths;
    private double _respondents;
    private double _effective;

    /// <summary>Samples with an interval.</summary>
    public int Intervals { get; private set; }

    /// <summary>Samples with a mean and without an interval: a single respondent.</summary>
    public int WithoutInterval { get; private set; }

    public int Covered { get; private set; }

    /// <summary>Intervals that lie wholly below the truth.</summary>
    public int TooLow { get; private set; }

    /// <summary>Intervals that lie wholly above the truth.</summary>
    public int TooHigh { get; private set; }

    public double Coverage => (double)Covered / Intervals;

    public double HalfWidth => _halfWidths / Intervals;

    public double Respondents => _respondents / Intervals;

    public double EffectiveRespondents => _effective / Intervals;

    /// <summary>The standard deviation of the estimates.</summary>
    public double Spread => Math.Sqrt((_squares - (_errors * _errors / Intervals)) / (Intervals - 1));

    /// <summary>The mean error of the estimates in standard deviations of them.</summary>
    public double Bias => _errors / Intervals / Spread;

    /// <summary>The mean standard error over the standard deviation of the estimates: 1 is right, less is too sure.</summary>
    public double ErrorRatio => _standardErrors / Intervals / Spread;

    /// <summary>The root of the mean variance over the standard deviation of the estimates: 1 where variances are right on
    /// average.</summary>
    public double VarianceRatio => Math.Sqrt(_variances / Intervals) / Spread;

    public void Add(Estimate estimate)
    {
        if (double.IsNaN(estimate.Lower))
        {
            WithoutInterval++;
            return;
        }

        Intervals++;
        _errors += estimate.Value - truth;
        _squares += (estimate.Value - truth) * (estimate.Value - truth);
        _standardErrors += estimate.StandardError;
        _variances += estimate.StandardError * estimate.StandardError;
        _halfWidths += (estimate.Upper - estimate.Lower) / 2;
        _respondents += estimate.Respondents;
        _effective += estimate.EffectiveRespondents;

        // Where all have answered the figure is exact but for rounding.
        const double rounding = 1e-9;
        TooLow += estimate.Upper < truth - rounding ? 1 : 0;
        TooHigh += estimate.Lower > truth + rounding ? 1 : 0;
        Covered = Intervals - TooLow - TooHigh;
    }
}
