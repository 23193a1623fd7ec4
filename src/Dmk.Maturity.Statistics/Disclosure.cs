namespace Dmk.Maturity.Statistics;

/// <summary>Whether and why a figure is shown or not.</summary>
public enum CellStatus
{
    Published,

    /// <summary>Shown, and to be read with care: the coefficient of variation is large.</summary>
    Unreliable,

    /// <summary>Fewer respondents than the minimum.</summary>
    FewRespondents,

    /// <summary>Withheld because it would give a withheld one away by subtraction.</summary>
    ProtectsAnother,

    /// <summary>Nobody has answered.</summary>
    NoRespondents,

    /// <summary>There are no such units in the population.</summary>
    StructuralZero,
}

/// <summary>A figure that has passed the gate: the only type that readers ever get, and only <see cref="Gate"/> can make it.</summary>
/// <remarks>Where the status withholds, every number is null; respondents too.</remarks>
public sealed record PublishedFigure
{
    internal PublishedFigure(CellStatus status, Estimate? estimate) => (Status, Estimate) = (status, estimate);

    public CellStatus Status { get; }

    /// <summary>Null when withheld.</summary>
    public Estimate? Estimate { get; }
}

/// <summary>A cell of a table before the gate.</summary>
/// <param name="Codes">One code per dimension of the table; null is the total over that dimension.</param>
/// <param name="Population">Units in the frame; 0 makes it a structural zero.</param>
public sealed record RawCell(IReadOnlyList<string?> Codes, long Population, Estimate? Estimate);

/// <summary>Disclosure control: the one exit for numbers.</summary>
/// <remarks>Primary: fewer than the minimum of respondents. Secondary (simple): in every row and column with exactly one withheld cell a further one is withheld, the smallest, until no withheld cell can be had by subtraction;
/// the same for totals of that table. Optimal suppression comes later.</remarks>
public sealed class Gate
{
    public Gate(int minimumRespondents = 3, double unreliableAbove = 0.15) => throw new NotImplementedException(minimumRespondents + unreliableAbove.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Protects all tables of a lattice together: a withheld cell of one table must not be had from the margins that another one shows.</summary>
    /// <param name="lattice">Every cell of every table of the lattice in the study's dimensions, null for a total over a dimension; the grand total too.</param>
    /// <returns>One figure per cell, in order.</returns>
    public IReadOnlyList<PublishedFigure> Protect(IReadOnlyList<RawCell> lattice) => throw new NotImplementedException(nameof(lattice) + lattice.Count);
}
