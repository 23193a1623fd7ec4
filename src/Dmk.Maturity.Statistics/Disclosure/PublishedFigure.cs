namespace Dmk.Maturity.Statistics;

/// <summary>A figure that has passed the gate: the only type that readers ever get, and only <see cref="Gate"/> can make it.</summary>
/// <remarks>Where the status withholds, every number is null; respondents too.</remarks>
public sealed record PublishedFigure
{
    internal PublishedFigure(CellStatus status, Estimate? estimate) => (Status, Estimate) = (status, estimate);

    public CellStatus Status { get; }

    /// <summary>Null when withheld.</summary>
    public Estimate? Estimate { get; }
}
