using System.Diagnostics;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Server;

/// <summary>What is put where a unit has no value of an indicator.</summary>
internal abstract record ImputeRule
{
    private ImputeRule() { }

    /// <summary>Nothing: it stays missing.</summary>
    internal sealed record None : ImputeRule;

    internal sealed record Mean : ImputeRule;

    internal sealed record Median : ImputeRule;

    /// <param name="Column">Names the group of each unit.</param>
    internal sealed record GroupMean(string Column) : ImputeRule;

    public double[] Of(double[] values, Func<string, IReadOnlyList<string>> groups) =>
        this switch
        {
            None => values,
            Mean => Filling.ByMean(values),
            Median => Filling.ByMedian(values),
            GroupMean { Column: var column } => Filling.ByGroupMean(values, groups(column)),
            _ => throw new UnreachableException(),
        };
}
