namespace Dmk.Maturity.Statistics;

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
