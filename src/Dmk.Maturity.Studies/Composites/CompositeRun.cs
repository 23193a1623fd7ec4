using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>A composite computed from a table: what was done to its columns, and the scores of every node.</summary>
/// <param name="Screened">Units with too few indicators; they have no scores and take no part in what follows.</param>
/// <param name="Availability">Per unit, 0 to 1.</param>
/// <param name="OverZero">Whether a value has a denominator of 0, which makes it missing; by column of the model, then unit.</param>
/// <param name="Present">How many values the table has, by column of the model.</param>
/// <param name="Imputed">How many values were imputed, by column of the model.</param>
/// <param name="Treatments">By column of the model; null where none was asked for.</param>
/// <param name="Normalised">By column of the model, then unit.</param>
/// <param name="Oriented">Before normalising, more is better; by column of the model, then unit.</param>
/// <param name="Scores">By node of the tree, then unit.</param>
public sealed record CompositeRun(
    CompositeModel Model,
    CompositeTree Tree,
    IReadOnlyList<string> Units,
    IReadOnlyList<bool> Screened,
    IReadOnlyList<double> Availability,
    IReadOnlyList<bool[]> OverZero,
    IReadOnlyList<int> Present,
    IReadOnlyList<int> Imputed,
    IReadOnlyList<Treatment?> Treatments,
    IReadOnlyList<double[]> Normalised,
    IReadOnlyList<double[]> Oriented,
    IReadOnlyList<double[]> Scores
)
{
    /// <summary>So many mistakes are told at once.</summary>
    private const int MostMistakes = 20;

    private const string Constant =
        "does not vary or lies outside of its goalposts, so that it cannot be normalised. Remove it, or give it goalposts.";

    private const string ZeroReference = "is compared with 0, and nothing can be divided by that. Take another reference, or minmax.";

    private const string TooLarge = "has values, or a denominator, so large or so small that its scores leave the range of numbers.";

    /// <returns>Null where the score is missing, lies below the first level, or the node has no levels.</returns>
    public CompositeLevel? LevelOf(int node, int unit) => CompositeLevel.Of(Scores[node][unit], Model.Levels[Tree.Ids[node]]);

    /// <summary>Denominates, screens, imputes, treats, normalises and aggregates, in this order.</summary>
    /// <exception cref="DataException">The table lacks what the model asks for, or a column does not vary.</exception>
    public static CompositeRun Of(CompositeModel model, DataFile table, string unitColumn)
    {
        var units = Names(table, unitColumn);
        double[][] raw = [.. model.Columns.Select(column => Denominated(column, table))];
        var availability = Filling.Availability(raw);
        var screened = model.ScreensImputed ? new bool[units.Length] : Screen(model, availability);
        double[][] imputed = [.. model.Columns.Zip(raw, (column, values) => column.Impute.Of(Without(values, screened), table.Categories))];
        if (model.ScreensImputed)
        {
            screened = Screen(model, Filling.Availability(imputed));
        }

        imputed = Array.ConvertAll(imputed, column => Without(column, screened));
        Treatment?[] treatments =
        [
            .. model.Columns.Zip(imputed, (column, values) => column.Treat is { } rule ? Treatment.Of(values, rule) : null),
        ];
        double[][] treated = [.. imputed.Zip(treatments, (values, treatment) => treatment?.Values ?? values)];
        double[][] normalised = [.. model.Columns.Zip(treated, Normalise)];
        var tree = new CompositeTree(model.Root);
        return new(
            model,
            tree,
            units,
            screened,
            availability,
            [.. model.Columns.Select(column => OverNothing(column, table))],
            [.. raw.Select(values => Column.Count(values))],
            [.. raw.Zip(imputed, (before, after) => Filled(Without(before, screened), after))],
            treatments,
            normalised,
            [.. model.Columns.Zip(treated, (column, values) => column.Turned < 0 ? Rescaling.TurnedRound(values) : values)],
            tree.Scores(normalised)
        );
    }

    /// <summary>Of the units, each once.</summary>
    private static string[] Names(DataFile table, string column)
    {
        var names = table.Categories(column);
        var (rows, mistakes) = (new Dictionary<int, int>(), new List<string>());
        for (var row = 0; row < table.Rows; row++)
        {
            if (names.Codes[row] < 0)
            {
                mistakes.Add($"Row {row + 2}: the unit has no name in column {column}.");
            }
            else if (!rows.TryAdd(names.Codes[row], row + 2))
            {
                mistakes.Add(
                    $"Row {row + 2}: the unit '{names.NameOf(row)}' stands in row {rows[names.Codes[row]]} already. Keep one of them."
                );
            }
        }

        return mistakes.Count == 0
            ? [.. Enumerable.Range(0, table.Rows).Select(row => names.NameOf(row)!)]
            : throw new DataException(string.Join(Environment.NewLine, mistakes.Take(MostMistakes)));
    }

    private static double[] Denominated(CompositeColumn column, DataFile table)
    {
        var values = table.Numbers(column.Column);
        return column.Denominator is { } by ? Finite(column, Filling.Denominate(values, table.Numbers(by))) : values;
    }

    private static bool[] OverNothing(CompositeColumn column, DataFile table) =>
        [
            .. table
                .Numbers(column.Column)
                .Zip(
                    table.Numbers(column.Denominator ?? column.Column),
                    (value, by) => column.Denominator is not null && !double.IsNaN(value) && by == 0
                ),
        ];

    private static bool[] Screen(CompositeModel model, double[] availability) =>
        Array.ConvertAll(availability, share => share < model.Screen - 1e-12);

    /// <summary>Units that are left out influence nothing: no mean, no end of a range, no rank. A group column stays in step.</summary>
    private static double[] Without(double[] values, bool[] screened) =>
        [.. values.Select((value, unit) => screened[unit] ? double.NaN : value)];

    private static int Filled(double[] before, double[] after) =>
        before.Zip(after).Count(pair => double.IsNaN(pair.First) && !double.IsNaN(pair.Second));

    /// <exception cref="DataException">It cannot be done.</exception>
    private static double[] Normalise(CompositeColumn column, double[] values)
    {
        var scores = Finite(column, column.Scale.Of(values, column.Turned) ?? throw Fault(column, ZeroReference));
        var lost = Column.Count(values) - Column.Count(scores);
        return lost == 0 || (lost < Column.Count(values) && column.Scale is ColumnScale.Goalposts { Outside: OutsidePosts.Missing })
                ? scores
            : lost == Column.Count(values) ? throw Fault(column, Constant)
            : throw Fault(column, TooLarge);
    }

    /// <exception cref="DataException">A value left the range of numbers.</exception>
    private static double[] Finite(CompositeColumn column, double[] values) =>
        Array.Exists(values, double.IsInfinity) ? throw Fault(column, TooLarge) : values;

    private static DataException Fault(CompositeColumn column, string why) => new($"The column '{column.Column}' of '{column.Id}' {why}");
}
