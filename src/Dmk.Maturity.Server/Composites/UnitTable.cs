using System.Globalization;
using CsvHelper;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary>A table of units x indicators from a CSV file, as text until a column is asked for.</summary>
internal sealed class UnitTable
{
    /// <summary>So many mistakes are told at once.</summary>
    private const int MostMistakes = 20;

    private static readonly string[] _missing = ["", "NA", "NaN", "null"];

    private readonly string _file;
    private readonly string[] _headers;
    private readonly List<(long Line, string[] Values)> _rows;
    private readonly List<string> _mistakes = [];

    private UnitTable(string file, string[] headers, List<(long Line, string[] Values)> rows) =>
        (_file, _headers, _rows) = (file, headers, rows);

    /// <exception cref="FaultException">The file cannot be read, is empty, or has lines of another length.</exception>
    public static UnitTable Read(string path)
    {
        try
        {
            using var csv = CsvReader.FromFile(path, new() { TrackLineNumbers = true });
            csv.ReadHeader();
            string[] headers = [.. csv.Headers.Select(header => header.Trim().TrimStart('\uFEFF'))];
            var rows = new List<(long, string[])>();
            while (csv.Read())
            {
                var values = Enumerable.Range(0, csv.FieldCount).Select(field => csv.GetString(field).Trim()).ToArray();
                if (values.All(value => value.Length == 0))
                {
                    continue;
                }

                if (values.Length != headers.Length)
                {
                    throw new FaultException(
                        $"{path}:{csv.LineNumber}: this line has {values.Length} values for {headers.Length} columns."
                    );
                }

                rows.Add((csv.LineNumber, values));
            }

            return rows.Count > 0 ? new(path, headers, rows) : throw new FaultException($"{path} has no units: only a head, or nothing.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(ReadableFile.Why(path, exception), exception);
        }
        catch (CsvFormatException exception)
        {
            throw new FaultException($"{path} cannot be read as CSV: {exception.Message.ReplaceLineEndings(" ")}", exception);
        }
    }

    /// <summary>The names of the units, each once.</summary>
    public IReadOnlyList<string> Units(string column)
    {
        var names = Words(column);
        var seen = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var row = 0; row < names.Count; row++)
        {
            if (names[row].Length == 0)
            {
                Mistake(row, $"the unit has no name in column '{column}'");
            }
            else if (!seen.TryAdd(names[row], _rows[row].Line))
            {
                Mistake(row, $"the unit '{names[row]}' stands in line {seen[names[row]]} already. Keep one of them");
            }
        }

        return names;
    }

    /// <summary>A column as text; empty when there is none, which is a mistake.</summary>
    public IReadOnlyList<string> Words(string column)
    {
        var at = Array.IndexOf(_headers, column);
        if (at >= 0)
        {
            return [.. _rows.Select(row => row.Values[at])];
        }

        var near = NearMiss.Of(column, _headers) is { } meant ? $" Did you mean '{meant}'?" : "";
        var said = $"{_file}: there is no column '{column}'.{near} There are: {string.Join(", ", _headers)}.";
        if (!_mistakes.Contains(said))
        {
            _mistakes.Add(said);
        }

        return [.. _rows.Select(_ => "")];
    }

    /// <summary>A column as numbers with a decimal point; empty, <c>NA</c>, <c>NaN</c> and <c>null</c> are missing (NaN).</summary>
    public double[] Numbers(string column)
    {
        var words = Words(column);
        var numbers = new double[words.Count];
        for (var row = 0; row < numbers.Length; row++)
        {
            if (_missing.Contains(words[row]))
            {
                numbers[row] = double.NaN;
            }
            else if (
                !double.TryParse(words[row], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[row])
                || !double.IsFinite(numbers[row])
            )
            {
                Mistake(row, $"'{words[row]}' in column '{column}' is no number. Write numbers with a point, and leave missing ones empty");
            }
        }

        return numbers;
    }

    /// <exception cref="FaultException">What was asked for is not there or not right; the message lists all mistakes.</exception>
    public void Check()
    {
        if (_mistakes.Count > 0)
        {
            var more = _mistakes.Count > MostMistakes ? $"{Environment.NewLine}and {_mistakes.Count - MostMistakes} more" : "";
            throw new FaultException(string.Join(Environment.NewLine, _mistakes.Distinct().Take(MostMistakes)) + more);
        }
    }

    /// <param name="row">Counted from 0; the mistake names the line of the file and the row of the data, counted from 1.</param>
    private void Mistake(int row, string what) => _mistakes.Add($"{_file}:{_rows[row].Line}: row {row + 1}: {what}.");
}
