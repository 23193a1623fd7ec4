using System.Globalization;
using System.Text;
using CsvHelper;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Columns of a CSV file: UTF-8 with a header, commas between fields (or semicolons or tabs, where the header has no comma), a
/// point as decimal mark, empty or <c>NA</c> where a value is missing.</summary>
public sealed class DataFile
{
    /// <summary>Stands for bytes that are no character.</summary>
    private const char Replaced = '\uFFFD';

    private const int RowsBetweenReports = 50_000;

    /// <summary>So many mistakes are told at once.</summary>
    private const int MostMistakes = 20;

    /// <summary>A header is looked for its separator up to here, in bytes.</summary>
    private const int LongestHeader = 1 << 20;

    private readonly Dictionary<WantedColumn, DataColumn> _columns;

    private DataFile(Dictionary<WantedColumn, DataColumn> columns, int rows) => (_columns, Rows) = (columns, rows);

    /// <summary>Without the header.</summary>
    public int Rows { get; }

    /// <param name="open">The file from its beginning; called once.</param>
    /// <param name="name">As in messages.</param>
    /// <param name="wanted">Which columns, and what each is to hold, both where it says so twice; others are passed over.</param>
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
                Separator = SeparatorOf(stream),
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
            var lines = exception.Message.Split(Environment.NewLine).Select(line => $"{name}: {line}");
            throw new DataException(string.Join(Environment.NewLine, lines), exception);
        }
    }

    /// <summary>As it was wanted: by its first value before numbers, these before names.</summary>
    public DataColumn Column(string name) => Of(name, ColumnContent.Either, ColumnContent.Numbers, ColumnContent.Names);

    /// <exception cref="InvalidCastException">It holds categories.</exception>
    public double[] Numbers(string name) =>
        ((DataColumn.Numbers)Of(name, ColumnContent.Numbers, ColumnContent.Either, ColumnContent.Names)).Values;

    /// <exception cref="InvalidCastException">It holds numbers.</exception>
    public DataColumn.Categories Categories(string name) =>
        (DataColumn.Categories)Of(name, ColumnContent.Names, ColumnContent.Either, ColumnContent.Numbers);

    private DataColumn Of(string name, params ReadOnlySpan<ColumnContent> order)
    {
        foreach (var holds in order)
        {
            if (_columns.TryGetValue(new(name, holds), out var column))
            {
                return column;
            }
        }

        throw new ArgumentException($"The column '{name}' was not asked for.", nameof(name));
    }

    /// <summary>Spreadsheets of many countries write semicolons, and what is copied from one has tabs. What is no file, and cannot be read
    /// twice, has commas.</summary>
    internal static char SeparatorOf(Stream stream)
    {
        if (!stream.CanSeek)
        {
            return ',';
        }

        var (quoted, semicolon, comma, tab) = (false, false, false, false);
        for (var at = 0; at < LongestHeader && stream.ReadByte() is >= 0 and var read && (quoted || read is not ('\n' or '\r')); at++)
        {
            quoted ^= read == '"';
            semicolon |= !quoted && read == ';';
            comma |= !quoted && read == ',';
            tab |= !quoted && read == '\t';
        }

        stream.Position = 0;
        return comma ? ','
            : semicolon ? ';'
            : tab ? '\t'
            : ',';
    }

    private static DataFile Rowwise(CsvReader csv, IReadOnlyList<WantedColumn> wanted, IProgress<long> read, CancellationToken cancellation)
    {
        csv.ReadHeader();
        string[] header = [.. csv.Headers.Select(field => field.Trim().TrimStart('\uFEFF'))];
        if (Array.TrueForAll(header, field => field.Length == 0))
        {
            throw new DataException("The file is empty; its first row names the columns.");
        }

        var mistakes = new List<string>();
        var fields = Array.ConvertAll([.. wanted.Distinct()], one => new Field(one, PlaceOf(one.Name, header, mistakes)));
        Check(mistakes);
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
                mistakes.Add($"Row {rows + 2} has {csv.FieldCount} fields, the header has {header.Length}.");
                break;
            }

            Row(csv, fields, rows, mistakes);
            rows++;
            if (rows % RowsBetweenReports == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                read.Report(rows);
            }
        }

        foreach (var field in fields.Where(field => field.Wanted.Holds == ColumnContent.Either))
        {
            if (field.Column is DataColumn.Categories { Stray: { } stray })
            {
                mistakes.Add(
                    $"Row {stray.Row}, column {field.Wanted.Name}: '{stray.Value}' is no number"
                        + (
                            MisspeltNumber.Advice(stray.Value) is { } advice
                                ? $". {advice}"
                                : ", and most values of the column are. Leave the field empty or write NA where there is none."
                        )
                );
            }
        }

        Check(mistakes);
        if (rows == 0)
        {
            throw new DataException("There is a header and no row.");
        }

        return new(fields.ToDictionary(field => field.Wanted, field => field.Column ?? Begun(field.Wanted, "", rows)), rows);
    }

    private static void Row(CsvReader csv, Field[] fields, int rows, List<string> mistakes)
    {
        foreach (var field in fields)
        {
            var value = csv.GetString(field.Place).Trim();
            if (value.Contains(Replaced, StringComparison.Ordinal))
            {
                mistakes.Add($"Row {rows + 2}, column '{field.Wanted.Name}': '{value}' is not UTF-8. Save the file as CSV UTF-8.");
                continue;
            }

            // What a column holds that may hold either is said by its first value.
            if (field.Column is null && field.Wanted.Holds == ColumnContent.Either && (value.Length == 0 || value == "NA"))
            {
                continue;
            }

            field.Column ??= Begun(field.Wanted, value, rows);
            if (field.Column.Read(value, rows + 2) is { } mistake)
            {
                mistakes.Add(mistake);
            }
        }
    }

    /// <exception cref="DataException">There are mistakes; a line each.</exception>
    private static void Check(List<string> mistakes)
    {
        if (mistakes.Count > 0)
        {
            var told = mistakes.Distinct(StringComparer.Ordinal).ToList();
            var more = told.Count > MostMistakes ? [$"And {told.Count - MostMistakes} more."] : Array.Empty<string>();
            throw new DataException(string.Join(Environment.NewLine, told.Take(MostMistakes).Concat(more)));
        }
    }

    private static DataColumn Begun(WantedColumn column, string first, int rowsBefore)
    {
        DataColumn begun =
            column.Holds == ColumnContent.Names
            || (
                column.Holds == ColumnContent.Either
                && first.Length > 0
                && !double.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                && !MisspeltNumber.HasDecimalComma(first)
            )
                ? new DataColumn.Categories(column.Name)
                : new DataColumn.Numbers(column.Name);
        for (var row = 0; column.Holds == ColumnContent.Either && row < rowsBefore; row++)
        {
            begun.Read("", row + 2);
        }

        return begun;
    }

    private static int PlaceOf(string name, string[] header, List<string> mistakes)
    {
        var place = Array.IndexOf(header, name);
        if (place < 0)
        {
            // Of a single letter every other is one edit away.
            var near = name.Length > 1 && NearMiss.Of(name, header) is { } meant ? $" Did you mean '{meant}'?" : "";
            mistakes.Add($"There is no column '{name}'.{near} There are: {string.Join(", ", header)}.");
        }
        else if (Array.LastIndexOf(header, name) != place)
        {
            mistakes.Add($"The column '{name}' stands there twice.");
        }

        return place;
    }

    /// <summary>A column while it is read.</summary>
    private sealed class Field(WantedColumn wanted, int place)
    {
        public WantedColumn Wanted => wanted;

        public int Place => place;

        /// <summary>Null before its first value.</summary>
        public DataColumn? Column { get; set; }
    }
}
