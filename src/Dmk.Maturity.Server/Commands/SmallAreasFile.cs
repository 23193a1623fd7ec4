using System.Text.Json.Nodes;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>Writes what <c>small-areas</c> has found: the model, its coefficients, the groups and the areas; CSV has the areas
/// alone.</summary>
internal static class SmallAreasFile
{
    public static void Write(FileAreas found, ResultFormat format, TextWriter output)
    {
        (string, IReadOnlyList<IReadOnlyList<(string, JsonNode?)>>)[] parts =
        [
            ("coefficients", [.. found.Model.Coefficients.Select(Fields)]),
            ("groups", [.. found.Groups.Select(Fields)]),
            ("areas", [.. found.Areas.Select(Fields)]),
        ];
        switch (format)
        {
            case ResultFormat.Json:
                var whole = new JsonObject { ["model"] = RowFile.Object(Model(found)) };
                foreach (var (name, rows) in parts)
                {
                    whole[name] = RowFile.Array(rows);
                }

                output.WriteLine(RowFile.Text(whole));
                break;
            case ResultFormat.Csv:
                RowFile.Write(parts[^1].Item2, format, output);
                break;
            case ResultFormat.Table:
                RowFile.Write([Model(found)], format, output);
                foreach (var (_, rows) in parts.Where(part => part.Item2.Count > 0))
                {
                    output.WriteLine();
                    RowFile.Write(rows, format, output);
                }

                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static IReadOnlyList<(string, JsonNode?)> Model(FileAreas found) =>
        [
            ("method", Settings.Hyphened(found.Model.Method.ToString())),
            ("areas", found.Areas.Count),
            ("directAreas", found.Model.DirectAreas),
            ("between", RowFile.Number(found.Model.Between)),
            ("betweenVariance", RowFile.Number(found.Model.BetweenVariance)),
            ("betweenBias", RowFile.Number(found.Model.BetweenBias)),
            ("iterations", found.Model.Iterations),
            ("logLikelihood", RowFile.Number(found.Model.LogLikelihood)),
            ("aic", RowFile.Number(found.Aic)),
            ("bic", RowFile.Number(found.Bic)),
        ];

    private static IReadOnlyList<(string, JsonNode?)> Fields(ModelCoefficient one) =>
        [
            ("covariate", one.Name),
            ("coefficient", RowFile.Number(one.Value)),
            ("standardError", RowFile.Number(one.StandardError)),
            ("z", RowFile.Number(one.Z)),
            ("p", RowFile.Number(one.P)),
        ];

    private static IReadOnlyList<(string, JsonNode?)> Fields(AreaGroup one) =>
        [("group", one.Name), ("target", RowFile.Number(one.Target)), ("adjustment", RowFile.Number(one.Adjustment))];

    private static IReadOnlyList<(string, JsonNode?)> Fields(AreaRow one) =>
        [
            ("area", new JsonObject(one.Codes.Select(code => KeyValuePair.Create<string, JsonNode?>(code.Column, code.Value)))),
            ("modelled", one.Area.IsSynthetic),
            ("direct", RowFile.Number(one.Area.Direct)),
            ("standardError", RowFile.Number(one.StandardError)),
            ("shrinkage", RowFile.Number(one.Area.Shrinkage)),
            ("synthetic", RowFile.Number(one.Area.Synthetic)),
            ("eblup", RowFile.Number(one.Area.Eblup)),
            ("meanSquaredError", RowFile.Number(one.Area.MeanSquaredError)),
            ("g1", RowFile.Number(one.Area.G1)),
            ("g2", RowFile.Number(one.Area.G2)),
            ("g3", RowFile.Number(one.Area.G3)),
            ("standardizedResidual", RowFile.Number(one.Area.StandardizedResidual)),
            .. one.Group is null
                ? Array.Empty<(string, JsonNode?)>()
                : [("group", one.Group), ("benchmarked", RowFile.Number(one.Benchmarked))],
        ];
}
