using System.Globalization;
using System.Text;
using CsvHelper;

namespace Dmk.Maturity.Studies;

/// <summary>Columns of a CSV file: UTF-8 with a header, a comma between fields, a point as decimal mark, empty or <c>NA</c> where a value
/// is missing.</summary>
public sealed class DataFile
{
    private const int RowsBetweenReports = 50_000;

    private readonly Dictionary<string, DataColumn> _columns;

    private DataFile(Dictionary<string, DataColumn> columns, int rows) => (_columns, Rows) = (columns, rows);

    /// <summary>Without the header.</summary>
    public int Rows { get; }

    /// <param name="open">The file from its beginning; called once.</param>
    /// <param name="name">As in messages.</param>
    /// <param name="wanted">Which columns, and what each is to hold; others are passed over.</param>
    /// <param name="read">Told now and then how many rows have been read.</param>
    /// <exception cref="DataException">No header, no rows, a column that is missing or stands twice, a row of another length, a text among
    /// numbers, or a file that is not UTF-8.</exception>
    public static DataFile Read(
        Func<Stream> open,
        string name,
        IReadOnlyList<WantedColumn> wanted,
        IProgress<long> read,
        CancellationToken cancellation
    )
    {
        using var stream = open();
        using var csv = CsvReader.Create(
            stream,
            new()
            {
                Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
                Separator = ',',
                MalformedData = CsvMalformedDataHandling.Throw,
            }
        );
        try
        {
            return Rowwise(csv, wanted, read, cancellation);
        }
        catch (CsvFormatException exception)
        {
            throw new DataException($"{name} is no table of values with commas: {exception.Message.ReplaceLineEndings(" ")}", exception);
        }
        catch (DecoderFallbackException exception)
        {
            throw new DataException($"{name} is not UTF-8. Save it as CSV UTF-8.", exception);
        }
        catch (DataException exception)
        {
            throw new DataException($"{name}: {exception.Message}", exception);
        }
    }

    public DataColumn Column(string name) => _columns[name];

    /// <exception cref="InvalidCastException">It holds categories.</exception>
    public double[] Numbers(string name) => ((DataColumn.Numbers)_columns[name]).Values;

    /// <exception cref="InvalidCastException">It holds numbers.</exception>
    public DataColumn.Categories Categories(string name) => (DataColumn.Categories)_columns[name];

    private static DataFile Rowwise(CsvReader csv, IReadOnlyList<WantedColumn> wanted, IProgress<long> read, CancellationToken cancellation)
    {
        csv.ReadHeader();
        string[] header = [.. csv.Headers.Select(field => field.Trim().TrimStart('\uFEFF'))];
        if (Array.TrueForAll(header, field => field.Length == 0))
        {
            throw new DataException("The file is empty; its first row names the columns.");
        }

        if (header is [var whole] && whole.Contains(';', StringComparison.Ordinal))
        {
            throw new DataException("Its header is parted by semicolons. Save the file with commas between fields and a decimal point.");
        }

        var places = wanted.DistinctBy(one => one.Name).ToDictionary(one => one, one => PlaceOf(one.Name, header));
        var columns = new Dictionary<string, DataColumn>(StringComparer.Ordinal);
        var rows = 0;
        while (csv.Read())
        {
            // An empty line at the end, as editors leave it.
            if (csv.FieldCount == 1 && csv.GetString(0).Length == 0 && header.Length > 1)
            {
                continue;
            }

            if (csv.FieldCount != header.Length)
            {
                throw new DataException($"Row {rows + 2} has {csv.FieldCount} fields, the header has {header.Length}.");
            }

            foreach (var (column, place) in places)
            {
                var field = csv.GetString(place).Trim();
                if (!columns.TryGetValue(column.Name, out var into))
                {
                    // What a column holds that may hold either is said by its first value.
                    if (column.Holds == ColumnContent.Either && (field.Length == 0 || field == "NA"))
                    {
                        continue;
                    }

                    columns.Add(column.Name, into = Begun(column, field, rows));
                }

                into.Read(field, rows + 2);
            }

            rows++;
            if (rows % RowsBetweenReports == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                read.Report(rows);
            }
        }

        if (rows == 0)
        {
            throw new DataException("There is a header and no row.");
        }

        foreach (var column in places.Keys.Where(column => !columns.ContainsKey(column.Name)))
        {
            columns.Add(column.Name, Begun(column, "", rows));
        }

        return new(columns, rows);
    }

    private static DataColumn Begun(WantedColumn column, string first, int rowsBefore)
    {
        DataColumn begun =
            column.Holds == ColumnContent.Names
            || (
                column.Holds == ColumnContent.Either
                && first.Length > 0
                && !double.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            )
                ? new DataColumn.Categories(column.Name)
                : new DataColumn.Numbers(column.Name);
        for (var row = 0; column.Holds == ColumnContent.Either && row < rowsBefore; row++)
        {
            begun.Read("", row + 2);
        }

        return begun;
    }

    private static int PlaceOf(string name, string[] header)
    {
        var place = Array.IndexOf(header, name);
        return place < 0 ? throw new DataException($"There is no column '{name}'. There are: {string.Join(", ", header)}.")
            : Array.LastIndexOf(header, name) != place ? throw new DataException($"The column '{name}' stands there twice.")
            : place;
    }
}
