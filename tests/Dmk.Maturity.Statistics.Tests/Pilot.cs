namespace Dmk.Maturity.Statistics.Tests;

/// <summary>The synthetic pilot study of reference/README.md, as strata, weighting and cell moments.</summary>
internal static class Pilot
{
    public static readonly string[] Variables = ["D1", "D2", "D3", "D4", "D5", "D6", "index", "index_geo", "index_harm", "index_strict"];

    private static readonly string[] _sectors = ["C", "DE", "F", "G", "H", "I", "J", "KL", "M", "NS"];
    private static readonly string[] _sizes = ["1-9", "10-49", "50-249", "250+"];

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> StrataRows { get; } = Reference.Rows("pilot-strata.csv");

    public static CollapseRule Rule { get; } =
        new(2, double.PositiveInfinity, [new(2, _sizes, CollapseKind.Adjoining), new(1, _sectors, CollapseKind.Cyclic)]);

    public static IReadOnlyList<Stratum> Strata { get; } =
    [.. StrataRows.Select(row => new Stratum([row["land"], row["sector"], row["size"]], row.Whole("N"), row.Whole("n")))];

    public static Weighting Weighting { get; } = Weighting.Of(Strata, [.. StrataRows.Select(row => row.Whole("r"))], Rule);

    /// <summary>The reporting cell of a unit is its stratum here.</summary>
    public static IReadOnlyList<StratumCell> Cells { get; } = ReadCells();

    public static IReadOnlyDictionary<string, int> StratumOf => StrataRows.Index().ToDictionary(at => at.Item["stratum"], at => at.Index);

    private static StratumCell[] ReadCells()
    {
        var stratumOf = StratumOf;
        var stratumOfUnit = Reference.Rows("pilot-weights.csv").ToDictionary(row => row["id"], row => stratumOf[row["stratum"]]);
        var moments = Strata.Select(_ => new CellMoments(Variables.Length)).ToArray();
        foreach (var row in Reference.Rows("pilot-scores.csv"))
        {
            moments[stratumOfUnit[row["id"]]].Add([.. Variables.Select(row.Number)]);
        }

        return [.. moments.Index().Select(cell => new StratumCell(cell.Index, cell.Index, cell.Item))];
    }
}
