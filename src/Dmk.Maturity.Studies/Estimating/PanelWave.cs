using System.Globalization;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>One wave of a panel: its companies by name, and where they stand in the design.</summary>
/// <param name="RowOf">Per company.</param>
/// <param name="StratumNames">Per stratum of the design.</param>
/// <param name="Populations">Per stratum; null without finite population correction.</param>
internal sealed record PanelWave(
    IReadOnlyDictionary<string, int> RowOf,
    SampleDesign Design,
    IReadOnlyList<string> StratumNames,
    double[]? Populations
)
{
    private readonly Dictionary<string, int> _places = StratumNames.Index().ToDictionary(one => one.Item, one => one.Index);

    /// <summary>The place of a stratum in the design.</summary>
    public int PlaceOf(string stratum) => _places[stratum];

    /// <summary>The name of a company's stratum.</summary>
    public string StratumOf(int row) => StratumNames[Design.StratumOf[row]];

    /// <summary>Each company once.</summary>
    /// <exception cref="DataException">A row without a name, or a name twice.</exception>
    public static IReadOnlyDictionary<string, int> Names(DataFile data, string column)
    {
        var names = data.Categories(column);
        var rows = new Dictionary<string, int>(data.Rows, StringComparer.Ordinal);
        for (var row = 0; row < data.Rows; row++)
        {
            var name =
                names.NameOf(row) ?? throw new DataException($"Row {row + 2} has no {column}, so it is not known which company it is.");
            if (!rows.TryAdd(name, row))
            {
                throw new DataException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Row {row + 2} has the {column} '{name}' of row {rows[name] + 2}; each company stands in a wave once."
                    )
                );
            }
        }

        return rows;
    }
}
