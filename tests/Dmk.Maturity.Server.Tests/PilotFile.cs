namespace Dmk.Maturity.Server.Tests;

/// <summary>The pilot study's respondents as one data file, from the references of R (see
/// tests/Dmk.Maturity.Statistics.Tests/reference).</summary>
internal static class PilotFile
{
    private static readonly Lazy<IReadOnlyList<string>> _lines = new(Lines);

    /// <summary>Columns id, land, sector, size, class, N (of the class), w (raked) and index.</summary>
    public static string Text => string.Join('\n', _lines.Value) + "\n";

    /// <summary>What the design is called on the command line.</summary>
    public const string Design = "--variable index --weight w --strata class --fpc N --lonely certainty --by land";

    /// <summary>Rows of a reference by column name.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Reference(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Dmk.Maturity.Statistics.Tests", "reference", file));
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => columns.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    /// <summary>Units of the frame by cells, as a file of totals.</summary>
    public static string FrameMix(string[] columns) =>
        string.Join(',', [.. columns, "total"])
        + "\n"
        + string.Concat(
            Reference("pilot-strata.csv")
                .GroupBy(row => string.Join(',', columns.Select(column => row[column])))
                .Select(cell => FormattableString.Invariant($"{cell.Key},{cell.Sum(row => Number(row["N"]))}\n"))
        );

    public static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Lines()
    {
        var strata = Reference("pilot-strata.csv").ToDictionary(row => row["stratum"]);
        var populations = strata.Values.GroupBy(row => row["wclass"]).ToDictionary(one => one.Key, one => one.Sum(row => Number(row["N"])));
        var stratumOf = Reference("pilot-weights.csv").ToDictionary(row => row["id"], row => strata[row["stratum"]]);
        var indexOf = Reference("pilot-scores.csv").ToDictionary(row => row["id"], row => row["index"]);
        return
        [
            "id,land,sector,size,class,N,w,index",
            .. Reference("pilot-raked-weights.csv")
                .Select(row => (row, stratum: stratumOf[row["id"]]))
                .Select(one => Line(one.row, one.stratum, populations[one.stratum["wclass"]], indexOf[one.row["id"]])),
        ];
    }

    private static string Line(
        IReadOnlyDictionary<string, string> row,
        IReadOnlyDictionary<string, string> stratum,
        double population,
        string index
    ) =>
        string.Join(
            ',',
            row["id"],
            stratum["land"],
            stratum["sector"],
            stratum["size"],
            stratum["wclass"],
            population.ToString(System.Globalization.CultureInfo.InvariantCulture),
            row["w_raked"],
            index
        );
}
