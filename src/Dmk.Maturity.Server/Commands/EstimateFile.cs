using System.Text.Json;
using System.Text.Json.Nodes;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>Writes what <c>estimate</c> has found. Numbers are the shortest that are read back as the same double.</summary>
internal static class EstimateFile
{
    public static void Write(FileEstimates found, EstimateRequest request, ResultFormat format, TextWriter output)
    {
        var isComparison = request.ComparesAll || request.Comparisons.Count > 0;
        IReadOnlyList<IReadOnlyList<(string Name, JsonNode? Value)>> rows =
            request.Decomposed.Count > 0 ? [.. found.Decompositions.Select(Fields)]
            : isComparison ? [.. found.Comparisons.Select(Fields)]
            :
            [
                .. found.Rows.Select(row =>
                    (IReadOnlyList<(string, JsonNode?)>)[.. Fields(row, request), .. EstimateBeside.Fields(row, request)]
                ),
            ];
        RowFile.Write(rows, format, output);
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

        if (request.Replicates is { } replicates)
        {
            fields.Add(("replicates", replicates.Bootstraps is { } count ? $"bootstrap:{count}" : "jackknife"));
            fields.Add(("centre", replicates.Centre == ReplicateCentre.Estimate ? "estimate" : "replicates"));
        }

        return
        [
            .. fields,
            ("estimate", RowFile.Number(estimate?.Value)),
            ("standardError", RowFile.Number(estimate?.StandardError)),
            ("lower", RowFile.Number(estimate?.Interval.Lower)),
            ("upper", RowFile.Number(estimate?.Interval.Upper)),
            ("interval", JsonNamingPolicy.CamelCase.ConvertName((estimate?.Interval.Method ?? IntervalMethod.None).ToString())),
            ("respondents", estimate?.Respondents ?? 0),
            ("missing", row.Missing),
            ("degreesOfFreedom", RowFile.Number(estimate?.DegreesOfFreedom)),
            ("effectiveRespondents", RowFile.Number(estimate?.EffectiveRespondents)),
            ("designEffect", RowFile.Number(estimate?.DesignEffect)),
            ("population", RowFile.Number(estimate?.Population)),
        ];
    }

    private static IReadOnlyList<(string, JsonNode?)> Fields(ComparisonRow row) =>
        [
            .. Named(row.Variable, row.Category),
            ("a", row.One),
            ("b", row.Other),
            ("difference", RowFile.Number(row.Difference)),
            ("standardError", RowFile.Number(row.StandardError)),
            ("t", RowFile.Number(row.T)),
            ("degreesOfFreedom", RowFile.Number(row.DegreesOfFreedom)),
            ("p", RowFile.Number(row.P)),
            ("pHolm", RowFile.Number(row.PHolm)),
        ];

    private static IReadOnlyList<(string, JsonNode?)> Fields(DecompositionRow row) =>
        [
            .. Named(row.Variable, row.Category),
            ("a", row.One),
            ("b", row.Other),
            .. RowFile.Figure("difference", row.Parts?.Difference),
            .. RowFile.Figure("composition", row.Parts?.Composition),
            .. RowFile.Figure("within", row.Parts?.Within),
            .. RowFile.Figure("endowment", row.Parts?.Endowment),
            .. RowFile.Figure("rate", row.Parts?.Rate),
            .. RowFile.Figure("interaction", row.Parts?.Interaction),
            ("emptyCells", row.Parts?.Empty),
            ("cellsOfOne", row.CellsOfOne),
        ];

    private static IEnumerable<(string, JsonNode?)> Named(string variable, string? category) =>
        [("variable", variable), .. category is null ? Array.Empty<(string, JsonNode?)>() : [("category", category)]];
}
