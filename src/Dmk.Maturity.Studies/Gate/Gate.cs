using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Disclosure control: the one exit for numbers.</summary>
/// <remarks>Primary: fewer than the minimum of respondents. Secondary: further cells are withheld, greedily the smallest, until no
/// published tables can be added and subtracted to a withheld cell or to any
/// sum over fewer than the minimum of respondents; see <see cref="Suppression"/>. Least-cost suppression and protection intervals come
/// later.
/// That nobody has answered in a cell is shown: there is no answer to protect, and in a sample it does not tell whether a company was
/// asked. So these cells are known zeros to an attacker and cannot protect others.</remarks>
public sealed class Gate
{
    private readonly ConfidentialityRule _rule;

    /// <param name="audience">Who is going to read the figures.</param>
    /// <exception cref="NotPermittedException">The public sees published releases, and no figure before one.</exception>
    public Gate(ConfidentialityRule rule, Audience audience)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rule.MinimumRespondents, 1, nameof(rule));
        ArgumentOutOfRangeException.ThrowIfNegative(rule.UnreliableAbove, nameof(rule));
        audience.MayReadProvisional();
        _rule = rule;
    }

    /// <summary>Protects all tables of a lattice together: a withheld cell of one table must not be had from the margins that another one
    /// shows.</summary>
    /// <remarks>Same lattice, same figures, whatever the order of the cells.</remarks>
    /// <param name="lattice">Every cell of every table of the lattice in the study's dimensions, null for a total over a dimension; the
    /// grand total too. Cells without respondents may be left out.</param>
    /// <returns>One figure per cell, in order.</returns>
    /// <exception cref="ArgumentException">Cells that stand twice, with unequal numbers of dimensions, or with more respondents than
    /// their total.</exception>
    public IReadOnlyList<PublishedFigure> Protect(IReadOnlyList<RawCell> lattice) =>
        PublishedFigure.Of(new Suppression(lattice, _rule.MinimumRespondents), _rule.UnreliableAbove);
}
