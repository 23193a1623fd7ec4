using Dmk.Maturity.Indices;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Web;

/// <summary>The levels over which an interval reaches: one where it lies within it.</summary>
public readonly record struct LevelRange(Level Lowest, Level Highest)
{
    /// <returns>Null without an interval: nobody knows then how far an estimate may be from its level.</returns>
    public static LevelRange? Of(Estimate? estimate, IndexModel model) =>
        estimate is null || double.IsNaN(estimate.Lower) || double.IsNaN(estimate.Upper)
            ? null
            : new(model.LevelOf(estimate.Lower), model.LevelOf(estimate.Upper));
}
