namespace Dmk.Maturity.Statistics;

/// <summary>A design stratum: its place in the dimensions of the design, the units in the frame and the units drawn.</summary>
/// <param name="Codes">One code per dimension of the design, in the order of the design (land, sector, size).</param>
public sealed record Stratum(IReadOnlyList<string> Codes, long Population, long Sampled);

/// <summary>One step of the collapse rule.</summary>
/// <param name="Dimension">The index of the design's dimension to collapse over.</param>
/// <param name="Order">The codes of that dimension in their order.</param>
/// <param name="Kind">Adjoining: within the same other codes, the deficient class that stands last in Order is merged with the one before it,
/// else with the one after it, until none is deficient (largest size first, next smaller). Cyclic: a block that is still wholly deficient is merged with the block of the next code, cyclic.</param>
public sealed record CollapseStep(int Dimension, IReadOnlyList<string> Order, CollapseKind Kind);

/// <summary>See <see cref="CollapseStep"/>.</summary>
public enum CollapseKind
{
    Adjoining,
    Cyclic,
}

/// <param name="MinimumRespondents">A class with fewer respondents than this, and fewer than its population, is deficient.</param>
/// <param name="MaximumFactor">A class whose non-response factor is larger is deficient, too; infinite by default.</param>
public sealed record CollapseRule(int MinimumRespondents, double MaximumFactor, IReadOnlyList<CollapseStep> Steps);

/// <summary>Which classes were merged, for the result's record.</summary>
public sealed record Collapse(IReadOnlyList<string> From, IReadOnlyList<string> Into);

/// <summary>Design weights, corrected for non-response within classes of strata.</summary>
public sealed class Weighting
{
    private Weighting()
    {
    }

    /// <summary>Per stratum: the index of its class, which is also the stratum of the variance.</summary>
    public required IReadOnlyList<int> ClassOf { get; init; }

    /// <summary>Per stratum: the weight of each of its respondents.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>Per class: units in the frame.</summary>
    public required IReadOnlyList<long> ClassPopulation { get; init; }

    public required IReadOnlyList<Collapse> Collapses { get; init; }

    /// <param name="respondents">Per stratum.</param>
    /// <exception cref="NoDonorException">A population has no respondents and no donor.</exception>
    public static Weighting Of(IReadOnlyList<Stratum> strata, IReadOnlyList<long> respondents, CollapseRule rule) =>
        throw new NotImplementedException(strata.Count + respondents.Count + rule.ToString());
}

/// <summary>A part of the population for which nobody answered and no neighbour may stand in.</summary>
public sealed class NoDonorException : Exception
{
    public NoDonorException()
    {
    }

    public NoDonorException(string message)
        : base(message)
    {
    }

    public NoDonorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
