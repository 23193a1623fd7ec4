using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The companies that a table is made from.</summary>
/// <param name="Answered">Companies that have answered; for readers other than operators to three digits, so that one more does not
/// show.</param>
/// <param name="Companies">Those of them that the table speaks of, whether or not they have a score at its node. Under a condition
/// those of whom it is true and who have a score; for readers other than operators all, where that number is not told.</param>
/// <param name="Mergers">Per Land, how many classes of strata were merged into others to weight them.</param>
public sealed record TableBasis(long Answered, long Companies, IReadOnlyDictionary<string, int> Mergers)
{
    /// <summary>The mergers one by one, for operators: a class is merged because hardly anybody of it has answered. Empty for everybody
    /// else.</summary>
    public IReadOnlyList<Collapse> Collapses { get; init; } = [];

    /// <summary>Whether it is not told how many companies a condition leaves: <see cref="Companies"/> are all then.</summary>
    public bool IsUntold { get; init; }

    /// <param name="land">Null for all together.</param>
    public int MergersIn(string? land) => land is null ? Mergers.Values.Sum() : Mergers.GetValueOrDefault(land);
}
