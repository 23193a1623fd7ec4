using System.Diagnostics;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>With what the values of a column are compared.</summary>
public abstract record ColumnReference
{
    private ColumnReference() { }

    /// <summary>The best value: the highest, or the lowest where less is better.</summary>
    public sealed record Leader : ColumnReference;

    /// <summary>The worst value.</summary>
    public sealed record Last : ColumnReference;

    public sealed record Mean : ColumnReference;

    /// <param name="Value">Not 0.</param>
    public sealed record Target(double Value) : ColumnReference;

    /// <param name="turned">-1 where less is better, else 1.</param>
    internal double Of(double[] column, int turned) =>
        this switch
        {
            Leader => turned < 0 ? Column.Minimum(column) : Column.Maximum(column),
            Last => turned < 0 ? Column.Maximum(column) : Column.Minimum(column),
            Mean => Column.Mean(column),
            Target target => target.Value,
            _ => throw new UnreachableException(),
        };
}
