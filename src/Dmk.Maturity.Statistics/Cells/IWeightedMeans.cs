namespace Dmk.Maturity.Statistics;

/// <summary>The means of an index in domains as functions of the weights of its dimensions.</summary>
public interface IWeightedMeans
{
    int Domains { get; }

    /// <summary>One mean per domain; NaN where there is none.</summary>
    /// <param name="weights">Per crossed variable, 0 or above; that of the index itself, the first, does not count.</param>
    void Under(ReadOnlySpan<double> weights, Span<double> means);
}
