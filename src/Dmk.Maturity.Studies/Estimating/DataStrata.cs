using System.Globalization;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The strata of a data file: the combinations of some of its columns.</summary>
internal sealed class DataStrata
{
    private readonly DataFile _data;
    private readonly int[] _of;
    private readonly List<string> _names;

    private DataStrata(DataFile data, int[] of, List<string> names) => (_data, _of, _names) = (data, of, names);

    public static DataStrata Of(DataFile data, IReadOnlyList<string> columns)
    {
        var (strata, names) = (new int[data.Rows], new List<string>());
        if (columns.Count == 0)
        {
            return new(data, strata, ["(all rows)"]);
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var found = columns.Select(data.Categories).ToArray();
        for (var row = 0; row < data.Rows; row++)
        {
            var at = row;
            if (Array.Find(found, column => column.Codes[at] < 0) is { } missing)
            {
                throw new DataException($"Row {row + 2} has no {missing.Name}, so its stratum is not known.");
            }

            var name = string.Join('|', found.Select(column => column.Names[column.Codes[at]]));
            if (!places.TryGetValue(name, out strata[row]))
            {
                places.Add(name, strata[row] = names.Count);
                names.Add(name);
            }
        }

        return new(data, strata, names);
    }

    /// <summary>The codes of each, parted by bars.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Per row.</summary>
    public int[] Of() => _of;

    /// <summary>Per stratum; null without a column for it.</summary>
    /// <param name="column">Counts of units, or sampling fractions where 1 or less.</param>
    public double[]? Populations(string? column)
    {
        if (column is null)
        {
            return null;
        }

        var values = _data.Numbers(column);
        var (first, rows) = (new double[_names.Count], new int[_names.Count]);
        for (var row = 0; row < values.Length; row++)
        {
            var stratum = _of[row];
            if (!(values[row] > 0))
            {
                throw new DataException($"Row {row + 2} has no population ({column}) above 0.");
            }

            if (rows[stratum]++ > 0 && first[stratum] != values[row])
            {
                throw new DataException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Row {row + 2}: the stratum {_names[stratum]} has the population {values[row]} ({column}), and {first[stratum]} "
                            + $"in an earlier row."
                    )
                );
            }

            first[stratum] = values[row];
        }

        // A stratum of one unit that is drawn whole has 1 either way.
        return [.. first.Select((value, stratum) => value <= 1 ? rows[stratum] / value : Enough(value, rows[stratum], stratum, column))];
    }

    /// <exception cref="DataException">A stratum has one row, and that shall be an error.</exception>
    public SampleDesign Checked(SampleDesign design, LonelyUnit lonely)
    {
        for (var stratum = 0; lonely == LonelyUnit.Fail && stratum < design.Strata; stratum++)
        {
            if (design.Respondents[stratum] == 1 && design.Corrections[stratum] > 0)
            {
                throw new DataException(
                    $"The stratum {_names[stratum]} has a single row, so its variance is not known. Merge it with another stratum, or "
                        + "choose --lonely adjust, certainty or average."
                );
            }
        }

        return design.Treating(lonely);
    }

    private double Enough(double population, int rows, int stratum, string column) =>
        population >= rows
            ? population
            : throw new DataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The stratum {_names[stratum]} has {rows} rows, and a population of {population} ({column})."
                )
            );
}
