using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.GraphQL;

[Name("Rank"), Description("A rank with the ranks that the true value may have, at 95 % confidence.")]
internal sealed record RankView(
    [property: Description("1 is the largest estimate; equal ones share the better rank.")] int Rank,
    [property: Description("The best possible rank.")] int Best,
    [property: Description("The worst possible rank.")] int Worst
)
{
    internal static RankView? Of(RankSet? set) => set is null ? null : new(set.Rank, set.Best, set.Worst);
}
