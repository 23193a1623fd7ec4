using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>Writes what <c>estimate</c> has found. Numbers are the shortest that are read back as the same double.</summary>
internal static class EstimateFile
{
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(FileEstimates found, EstimateRequest request, ResultFormat format, TextWriter output)
    {
        var isComparison = request.ComparesAll || request.Comparisons.Count > 0;
        IReadOnlyList<IReadOnlyList<(string Name, JsonNode? Value)>> rows = isComparison
            ? [.. found.Comparisons.Select(Fields)]
            : [.. found.Rows.Select(row => Fields(row, request))];
        switch (format)
        {
            case ResultFormat.Json:
                output.WriteLine(new JsonArray([.. rows.Select(Object)]).ToJsonString(_json));
                break;
            case ResultFormat.Csv:
                foreach (var line in Cells(rows, "R"))
                {
                    output.WriteLine(string.Join(',', line.Select(Quoted)));
                }

                break;
            case ResultFormat.Table:
                Aligned([.. Cells(rows, "G7")], output);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static IReadOnlyList<(string, JsonNode?)> Fields(EstimateRow row, EstimateRequest request)
    {
        var estimate = row.Estimate;
        List<(string, JsonNode?)> fields = [("variable", row.Variable)];
        if (row.Category is { } category)
        {
            fields.Add(("category", category));
        }

        fields.Add(("domain", new JsonObject(row.Domain.Select(one => KeyValuePair.Create<string, JsonNode?>(one.Column, one.Value)))));
        fields.Add(("statistic", JsonNamingPolicy.CamelCase.ConvertName(request.Statistic.ToString())));
        if (request.Statistic == SampleStatistic.Ratio)
        {
            fields.Add(("denominator", request.Denominator));
        }
        else if (request.Statistic == SampleStatistic.Quantile)
        {
            fields.Add(("quantile", request.Probability));
        }

        return
        [
            .. fields,
            ("estimate", Number(estimate?.Value)),
            ("standardError", Number(estimate?.StandardError)),
            ("lower", Number(estimate?.Interval.Lower)),
            ("upper", Number(estimate?.Interval.Upper)),
            ("interval", JsonNamingPolicy.CamelCase.ConvertName((estimate?.Interval.Method ?? IntervalMethod.None).ToString())),
            ("respondents", estimate?.Respondents ?? 0),
            ("missing", estimate?.Missing),
            ("degreesOfFreedom", Number(estimate?.DegreesOfFreedom)),
            ("effectiveRespondents", Number(estimate?.EffectiveRespondents)),
            ("designEffect", Number(estimate?.DesignEffect)),
            ("population", Number(estimate?.Population)),
        ];
    }

    private static IReadOnlyList<(string, JsonNode?)> Fields(ComparisonRow row) =>
        [
            ("variable", row.Variable),
            .. row.Category is { } category ? [("category", category)] : Array.Empty<(string, JsonNode?)>(),
            ("a", row.One),
            ("b", row.Other),
            ("difference", Number(row.Difference)),
            ("standardError", Number(row.StandardError)),
            ("t", Number(row.T)),
            ("degreesOfFreedom", Number(row.DegreesOfFreedom)),
            ("p", Number(row.P)),
            ("pHolm", Number(row.PHolm)),
        ];

    /// <summary>What does not exist is null, not 0.</summary>
    private static JsonValue? Number(double? value) => value is { } number && double.IsFinite(number) ? JsonValue.Create(number) : null;

    private static JsonNode Object(IReadOnlyList<(string Name, JsonNode? Value)> fields) =>
        new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>The header, then the rows; what is missing is empty.</summary>
    private static IEnumerable<string[]> Cells(IReadOnlyList<IReadOnlyList<(string Name, JsonNode? Value)>> rows, string numbers)
    {
        string[] names = [.. rows.SelectMany(row => row.SelectMany(field => Columns(field, numbers))).Select(one => one.Name).Distinct()];
        return rows.Select(row =>
                row.SelectMany(field => Columns(field, numbers)).ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal)
            )
            .Select(row => names.Select(name => row.GetValueOrDefault(name, "")).ToArray())
            .Prepend(names);
    }

    private static void Aligned(string[][] lines, TextWriter output)
    {
        int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => line[column].Length))];
        foreach (var line in lines)
        {
            output.WriteLine(string.Join("  ", line.Zip(widths, (cell, width) => cell.PadRight(width))).TrimEnd());
        }
    }

    /// <summary>The domain has a column for each of its own.</summary>
    private static IEnumerable<(string Name, string Value)> Columns((string Name, JsonNode? Value) field, string numbers) =>
        field.Value switch
        {
            JsonObject parts => parts.Select(part => (part.Key, part.Value!.GetValue<string>())),
            JsonValue value when value.TryGetValue<double>(out var number) =>
            [
                (field.Name, number.ToString(numbers, CultureInfo.InvariantCulture)),
            ],
            { } other => [(field.Name, other.ToString())],
            null => [(field.Name, "")],
        };

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
