namespace Dmk.Maturity.Statistics;

/// <summary>When a few companies make up so much of a cell that its figure tells of one of them.</summary>
/// <remarks>The (n, k) rule and the p% rule of Hundepool and others, Statistical Disclosure Control (2012), section 4.2.2. Contributions
/// are what a figure adds up: weights for means per enterprise, weighted persons for means per person, turnover for totals.</remarks>
/// <param name="Companies">n: how many may together make up a share; 1 or 2.</param>
/// <param name="Share">k: the most that they may make up, in % of the cell; above 0, at most 100, which lets all pass.</param>
/// <param name="PPercent">Within how many % of the largest contribution nobody may get, the second largest company neither, which takes its
/// own off; 0 and above, and 0 lets all pass.</param>
public sealed record Dominance(int Companies, double Share, double PPercent)
{
    /// <summary>One company with 85 %, and p of 10 %.</summary>
    public static Dominance Usual { get; } = new(1, 85, 10);

    /// <param name="largest">Contribution; 0 and above.</param>
    /// <param name="second">The next, not above the largest; 0 without one.</param>
    /// <param name="total">Of all companies of the cell, the two among them. A cell of nothing is not dominated.</param>
    /// <exception cref="ArgumentOutOfRangeException">The second is above the largest, or both are more than the total.</exception>
    public bool IsDominated(double largest, double second, double total)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(second);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(second, largest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(largest + second, total * (1 + 1e-9), nameof(total));
        var few = Companies == 1 ? largest : largest + second;
        return total > 0 && (100 * few > Share * total || 100 * (total - largest - second) < PPercent * largest);
    }
}
