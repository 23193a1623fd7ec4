using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Server;

/// <summary>Rows of named fields as JSON, CSV or an aligned table. Numbers are the shortest that are read back as the same double, in a
/// table seven digits.</summary>
internal static class RowFile
{
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A word that a spreadsheet would take for a formula is written so that it does not, as in the other files.</summary>
    public static CsvWriterOptions CsvOptions { get; } = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, NewLine = "\n" };

    public static void Write(IReadOnlyList<IReadOnlyList<(string Name, JsonNode? Value)>> rows, ResultFormat format, TextWriter output)
    {
        switch (format)
        {
            case ResultFormat.Json:
                output.WriteLine(Text(Array(rows)));
                break;
            case ResultFormat.Csv:
                Csv([.. Cells(rows, "R")], output);
                break;
            case ResultFormat.Table:
                Aligned([.. Cells(rows, "G7").Select(line => line.Select(cell => cell.Text).ToArray())], output);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public static string Text(JsonNode node) => node.ToJsonString(_json);

    public static JsonArray Array(IEnumerable<IReadOnlyList<(string Name, JsonNode? Value)>> rows) => [.. rows.Select(Object)];

    public static JsonNode Object(IReadOnlyList<(string Name, JsonNode? Value)> fields) =>
        new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>What does not exist is null, not 0.</summary>
    public static JsonValue? Number(double? value) => value is { } number && double.IsFinite(number) ? JsonValue.Create(number) : null;

    /// <summary>A value and its standard error.</summary>
    public static IEnumerable<(string, JsonNode?)> Figure(string name, Comparison? figure) =>
        [(name, Number(figure?.Value)), ($"{name}StandardError", Number(figure?.StandardError))];

    /// <summary>The header, then the rows; what is missing is empty.</summary>
    private static IEnumerable<(string Text, bool IsNumber)[]> Cells(
        IReadOnlyList<IReadOnlyList<(string Name, JsonNode? Value)>> rows,
        string numbers
    )
    {
        var taken = rows.SelectMany(row => row).Where(field => field.Value is not JsonObject).Select(field => field.Name).ToHashSet();
        string[] names =
        [
            .. rows.SelectMany(row => row.SelectMany(field => Columns(field, taken, numbers))).Select(one => one.Name).Distinct(),
        ];
        return rows.Select(row =>
                row.SelectMany(field => Columns(field, taken, numbers))
                    .ToDictionary(one => one.Name, one => (one.Value, one.IsNumber), StringComparer.Ordinal)
            )
            .Select(row => names.Select(name => row.GetValueOrDefault(name, ("", false))).ToArray())
            .Prepend([.. names.Select(name => (name, false))]);
    }

    /// <summary>Numbers are known to be some, so that none below 0 is taken for a formula.</summary>
    private static void Csv((string Text, bool IsNumber)[][] lines, TextWriter output)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, CsvOptions, leaveOpen: true))
        {
            foreach (var line in lines)
            {
                foreach (var (text, isNumber) in line)
                {
                    if (isNumber)
                    {
                        csv.WriteField(double.Parse(text, CultureInfo.InvariantCulture));
                    }
                    else
                    {
                        csv.WriteField(text);
                    }
                }

                csv.EndRecord();
            }
        }

        output.Write(Encoding.UTF8.GetString(file.ToArray()));
    }

    private static void Aligned(string[][] lines, TextWriter output)
    {
        int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length))];
        foreach (var line in lines)
        {
            output.WriteLine(string.Join("  ", line.Zip(widths, (cell, width) => cell.PadRight(width))).TrimEnd());
        }
    }

    /// <summary>The domain has a column for each of its own, under its own name where that is free, as in domain.estimate where it is
    /// not.</summary>
    private static IEnumerable<(string Name, string Value, bool IsNumber)> Columns(
        (string Name, JsonNode? Value) field,
        HashSet<string> taken,
        string numbers
    ) =>
        field.Value switch
        {
            JsonObject parts => parts.Select(part =>
                (taken.Contains(part.Key) ? $"{field.Name}.{part.Key}" : part.Key, part.Value!.GetValue<string>(), false)
            ),
            JsonValue value when value.TryGetValue<double>(out var number) =>
            [
                (field.Name, number.ToString(numbers, CultureInfo.InvariantCulture), true),
            ],
            { } other => [(field.Name, other.ToString(), other.GetValueKind() == JsonValueKind.Number)],
            null => [(field.Name, "", false)],
        };
}
