namespace Dmk.Maturity.Statistics.Tests;

/// <summary>51 countries x 49 indicators, with what COINr 1.1.14 makes of them step by step (see reference/README.md).</summary>
internal static class Asem
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> _tree = Reference.Rows("asem-tree.csv");

    public static IReadOnlyList<string> Indicators { get; } = [.. _tree.Select(row => row["iCode"]).Take(49)];

    /// <summary>All columns are in this order of units.</summary>
    public static IReadOnlyList<string> Units { get; } = [.. Reference.Rows("asem-denominated.csv").Select(row => row["uCode"])];

    public static IReadOnlyList<string> Groups => [.. InOrder("asem-data.csv").Select(row => row["EurAsia_group"])];

    public static double[] Column(string file, string column) => [.. InOrder(file).Select(row => row.Number(column))];

    public static double[][] Columns(string file) => [.. Indicators.Select(indicator => Column(file, indicator))];

    public static string Denominator(string indicator) => _tree.Single(row => row["iCode"] == indicator)["Denominator"];

    public static bool IsBetterWhenLow(string indicator) => _tree.Single(row => row["iCode"] == indicator)["Direction"] == "-1";

    public static IReadOnlyList<string> ChildrenOf(string node) =>
        [.. _tree.Where(row => row["Parent"] == node).Select(row => row["iCode"])];

    /// <summary>More is better in all columns.</summary>
    public static double[][] Turned(string file) =>
        [
            .. Indicators.Select(indicator =>
                IsBetterWhenLow(indicator) ? Rescaling.TurnedRound(Column(file, indicator)) : Column(file, indicator)
            ),
        ];

    public static CompositeTree Tree(CompositeAggregation aggregation = CompositeAggregation.Arithmetic) =>
        new(Node("Index", new(aggregation)));

    public static void SameColumn(string file, string column, IReadOnlyList<double> actual, double relative = 1e-9)
    {
        var expected = Column(file, column);
        var largest = expected.Max(Math.Abs);
        for (var unit = 0; unit < expected.Length; unit++)
        {
            // Relative to the column: what is 0 in one program may be its last bit in another.
            var size = Math.Max(Math.Abs(expected[unit]), largest * 1e-3);
            Agreement.Compared(size, size + actual[unit] - expected[unit], relative);
            Assert.True(
                double.IsNaN(expected[unit]) ? double.IsNaN(actual[unit]) : Math.Abs(expected[unit] - actual[unit]) <= relative * size,
                $"{file}, {column}, {Units[unit]}: expected {expected[unit]:R}, got {actual[unit]:R}."
            );
        }
    }

    private static CompositeNode Node(string id, AggregationRule rule)
    {
        var below = ChildrenOf(id);
        return below.Count == 0
            ? new CompositeNode.Leaf(id, 1, Indicators.ToList().IndexOf(id))
            : new CompositeNode.Branch(id, 1, rule, [.. below.Select(child => Node(child, rule))]);
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> InOrder(string file)
    {
        var rows = Reference.Rows(file).ToDictionary(row => row["uCode"]);
        return Units.Select(unit => rows[unit]);
    }
}
