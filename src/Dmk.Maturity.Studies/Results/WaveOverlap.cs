namespace Dmk.Maturity.Studies;

/// <summary>Whether the error of a change knows of companies that answered in both waves.</summary>
public enum WaveOverlap
{
    /// <summary>It does: what they have in common makes it smaller.</summary>
    Panel,

    /// <summary>It is that of two separate samples, as too few companies are in both, or weights are calibrated. With companies in both
    /// the true error is rather smaller.</summary>
    Independent,
}
