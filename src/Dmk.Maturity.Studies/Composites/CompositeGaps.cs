using System.Text.Json;

namespace Dmk.Maturity.Studies;

/// <summary>Why units have no score at the top of a composite, in words for whoever filled in the table.</summary>
public static class CompositeGaps
{
    /// <summary>In the order of the table; units below the availability that the model asks for are told apart from these.</summary>
    public static IEnumerable<(string Unit, string Why)> Of(CompositeRun run) =>
        from unit in Enumerable.Range(0, run.Units.Count)
        where double.IsNaN(run.Scores[0][unit]) && !run.Screened[unit]
        select (run.Units[unit], string.Join("; ", Reasons(run, 0, unit)));

    /// <summary>What was put where values were missing, by column of the model; null where nothing was.</summary>
    public static string? Imputed(CompositeRun run)
    {
        var filled = run.Model.Columns.Zip(run.Imputed).Where(column => column.Second > 0).ToList();
        return filled.Count == 0
            ? null
            : FormattableString.Invariant($"Imputed values: {filled.Sum(column => column.Second)} (")
                + string.Join(", ", filled.Select(column => FormattableString.Invariant($"{column.First.Id} {column.Second}")))
                + ").";
    }

    /// <summary>Values that a group could not fill, because no other of its units has one; they stay missing.</summary>
    /// <returns>The units, in the order of the table, by column of the model; none of a column that is not filled by groups.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> NotImputed(CompositeRun run) =>
        [
            .. run.Model.Columns.Select(
                (column, at) =>
                    (IReadOnlyList<string>)
                        [
                            .. run.Units.Where(
                                (_, unit) =>
                                    column.Impute is ImputeRule.GroupMean && !run.Screened[unit] && double.IsNaN(run.Oriented[at][unit])
                            ),
                        ]
            ),
        ];

    /// <summary>What <see cref="NotImputed"/> has, in words, a line for each column.</summary>
    public static IEnumerable<string> StillMissing(CompositeRun run) =>
        from column in run.Model.Columns.Zip(NotImputed(run), (column, units) => (column.Id, column.Impute, Units: units))
        where column.Units.Count > 0
        select $"{column.Id} stays missing for {string.Join(", ", column.Units)}: no unit of the same group "
            + $"({((ImputeRule.GroupMean)column.Impute).Column}) has a value.";

    /// <summary>Indicators of which no unit has a value; null where there are none.</summary>
    public static string? Empty(CompositeRun run)
    {
        var empty = run.Model.Columns.Where((_, at) => run.Present[at] == 0).Select(column => column.Id).ToList();
        return empty.Count == 0 ? null : $"No unit has a value of {string.Join(", ", empty)}: left out, the others have the weight.";
    }

    private static IEnumerable<string> Reasons(CompositeRun run, int node, int unit)
    {
        if (run.Tree.ColumnOf(node) is >= 0 and var column)
        {
            return [Leaf(run, column, unit)];
        }

        var children = run.Tree.ChildrenOf(node);
        var lacking = children.Where(child => double.IsNaN(run.Scores[child][unit])).SelectMany(child => Reasons(run, child, unit));
        var aggregation = JsonNamingPolicy.CamelCase.ConvertName(run.Tree.Rules[node].Aggregation.ToString());
        return children
            .Where(child => run.Scores[child][unit] < 0)
            .Select(child => $"{run.Tree.Ids[node]}: {run.Tree.Ids[child]} lies below 0, of which there is no {aggregation} mean")
            .Concat(lacking);
    }

    private static string Leaf(CompositeRun run, int column, int unit)
    {
        var asked = run.Model.Columns[column];
        var why =
            run.OverZero[column][unit] ? $"{asked.Column} is divided by {asked.Denominator}, which is 0"
            : double.IsNaN(run.Oriented[column][unit])
                ? asked.Denominator is { } by ? $"{asked.Column} or {by} is missing"
                    : $"{asked.Column} is missing"
            : $"{asked.Column} has no normalised value";
        return $"{asked.Id}: {why}";
    }
}
