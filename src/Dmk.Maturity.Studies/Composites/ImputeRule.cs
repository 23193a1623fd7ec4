using System.Diagnostics;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>What is put where a unit has no value of an indicator.</summary>
public abstract record ImputeRule
{
    private ImputeRule() { }

    /// <summary>Nothing: it stays missing.</summary>
    public sealed record None : ImputeRule;

    public sealed record Mean : ImputeRule;

    public sealed record Median : ImputeRule;

    /// <param name="Column">Names the group of each unit.</param>
    public sealed record GroupMean(string Column) : ImputeRule;

    /// <param name="groups">From the name of a column to the groups of the units.</param>
    internal double[] Of(double[] values, Func<string, DataColumn.Categories> groups) =>
        this switch
        {
            None => values,
            Mean => Filling.ByMean(values),
            Median => Filling.ByMedian(values),
            GroupMean { Column: var column } => ByGroup(values, groups(column)),
            _ => throw new UnreachableException(),
        };

    /// <summary>Units without a group are one of their own.</summary>
    private static double[] ByGroup(double[] values, DataColumn.Categories groups) =>
        Filling.ByGroupMean(values, [.. Enumerable.Range(0, values.Length).Select(row => groups.NameOf(row) ?? "")]);
}
