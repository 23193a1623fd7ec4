namespace Dmk.Maturity.Statistics;

/// <summary>A part of the population for which nobody answered and no neighbour may stand in.</summary>
public sealed class NoDonorException : Exception
{
    public NoDonorException() { }

    public NoDonorException(string message)
        : base(message) { }

    public NoDonorException(string message, Exception innerException)
        : base(message, innerException) { }

    public NoDonorException(string message, IReadOnlyList<int> strata)
        : base(message) => Strata = strata;

    /// <summary>Indices of the strata without a donor: whoever leaves them out of the population must say so beside the result.</summary>
    public IReadOnlyList<int> Strata { get; } = [];
}
