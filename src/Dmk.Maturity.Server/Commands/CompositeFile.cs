using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>A composite as JSON: every step, and the scores and ranks of every unit. Numbers are the shortest that are read back as the
/// same
/// double; null is missing.</summary>
internal static class CompositeFile
{
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] _choices = ["weights", "normalisation", "aggregation", "leftOut"];

    public static string Json(CompositeRun run, CompositeSensitivity? sensitivity)
    {
        var whole = new JsonObject
        {
            ["model"] = run.Model.Id,
            ["units"] = Units(run),
            ["screenedOut"] = new JsonArray([.. run.Units.Where((_, unit) => run.Screened[unit]).Select(unit => (JsonNode)unit)]),
            ["withoutScore"] = new JsonArray([
                .. CompositeGaps.Of(run).Select(one => (JsonNode)new JsonObject { ["unit"] = one.Unit, ["why"] = one.Why }),
            ]),
            ["columns"] = Columns(run),
            ["effectiveWeights"] = EffectiveWeights(run.Tree),
            ["reliability"] = Reliabilities(run),
            ["correlations"] = Correlated(run),
            ["eigenvalues"] = Eigenvalues(run),
        };
        if (sensitivity is not null)
        {
            whole["sensitivity"] = Sensitivity(run, sensitivity);
        }

        return whole.ToJsonString(_json);
    }

    private static JsonArray Units(CompositeRun run)
    {
        var ids = run.Tree.Ids;
        var places = run.Scores.Select(scores => Place.Of(scores)).ToArray();
        var units = new JsonArray();
        for (var unit = 0; unit < run.Units.Count; unit++)
        {
            var (scores, ranks, normalised) = (new JsonObject(), new JsonObject(), new JsonObject());
            for (var node = 0; node < ids.Count; node++)
            {
                scores[ids[node]] = Number(run.Scores[node][unit]);
                ranks[ids[node]] = places[node][unit] is { } place ? new JsonObject { ["rank"] = place.Rank, ["tied"] = place.Tied } : null;
            }

            for (var column = 0; column < run.Normalised.Count; column++)
            {
                normalised[run.Model.Columns[column].Id] = Number(run.Normalised[column][unit]);
            }

            units.Add(
                new JsonObject
                {
                    ["unit"] = run.Units[unit],
                    ["availability"] = run.Availability[unit],
                    ["scores"] = scores,
                    ["ranks"] = ranks,
                    ["normalised"] = normalised,
                }
            );
        }

        return units;
    }

    private static JsonArray Columns(CompositeRun run)
    {
        var columns = new JsonArray();
        for (var at = 0; at < run.Model.Columns.Count; at++)
        {
            var (column, treatment) = (run.Model.Columns[at], run.Treatments[at]);
            columns.Add(
                new JsonObject
                {
                    ["id"] = column.Id,
                    ["column"] = column.Column,
                    ["denominator"] = column.Denominator,
                    ["imputed"] = run.Imputed[at],
                    ["treatment"] = treatment is null
                        ? null
                        : new JsonObject
                        {
                            ["skewnessBefore"] = Number(treatment.SkewnessBefore),
                            ["kurtosisBefore"] = Number(treatment.KurtosisBefore),
                            ["winsorised"] = treatment.Winsorised,
                            ["log"] = JsonNamingPolicy.CamelCase.ConvertName(treatment.Logged.ToString()),
                            ["skewnessAfter"] = Number(treatment.SkewnessAfter),
                            ["kurtosisAfter"] = Number(treatment.KurtosisAfter),
                            ["passes"] = treatment.Passes,
                        },
                }
            );
        }

        return columns;
    }

    private static JsonObject EffectiveWeights(CompositeTree tree)
    {
        var weights = tree.EffectiveWeights();
        return new(tree.Ids.Select((id, node) => KeyValuePair.Create<string, JsonNode?>(id, weights[node])));
    }

    /// <summary>Of every node with at least two children, from the scores of these.</summary>
    private static JsonObject Reliabilities(CompositeRun run)
    {
        var all = new JsonObject();
        foreach (var (id, children, columns) in Groups(run))
        {
            var matrix = Correlations.Of(columns);
            if (matrix.Cast<double>().Any(double.IsNaN))
            {
                all[id] = null;
                continue;
            }

            var alpha = Reliability.Of(columns);
            all[id] = new JsonObject
            {
                ["alpha"] = Number(alpha.Alpha),
                ["standardAlpha"] = Number(alpha.StandardAlpha),
                ["omega"] = columns.Length > 2 && OneFactor.Of(matrix) is { Converged: true } factor ? Number(factor.OmegaTotal) : null,
                ["items"] = new JsonArray([.. alpha.Items.Select((item, at) => Item(run.Tree.Ids[children[at]], item))]),
            };
        }

        return all;
    }

    private static JsonObject Item(string id, ReliabilityItem item) =>
        new()
        {
            ["id"] = id,
            ["withRest"] = Number(item.WithRest),
            ["withTotal"] = Number(item.WithTotal),
            ["alphaWithout"] = Number(item.AlphaWithout),
        };

    /// <summary>Pearson's, between all nodes; units without one of the two are left out of a pair.</summary>
    private static JsonObject Correlated(CompositeRun run)
    {
        var matrix = Correlations.Of([.. run.Scores]);
        var rows = Enumerable
            .Range(0, run.Scores.Count)
            .Select(i => (JsonNode)new JsonArray([.. Enumerable.Range(0, run.Scores.Count).Select(j => Number(matrix[i, j]))]));
        return new() { ["ids"] = new JsonArray([.. run.Tree.Ids.Select(id => (JsonNode)id)]), ["matrix"] = new JsonArray([.. rows]) };
    }

    /// <summary>Of the correlations of the children of every node with at least two.</summary>
    private static JsonObject Eigenvalues(CompositeRun run)
    {
        var all = new JsonObject();
        foreach (var (id, _, columns) in Groups(run))
        {
            var matrix = Correlations.Of(columns);
            all[id] = matrix.Cast<double>().Any(double.IsNaN)
                ? null
                : new JsonArray([.. PrincipalComponents.Of(matrix).Eigenvalues.Select(Number)]);
        }

        return all;
    }

    private static IEnumerable<(string Id, IReadOnlyList<int> Children, double[][] Columns)> Groups(CompositeRun run) =>
        from node in Enumerable.Range(0, run.Tree.Ids.Count)
        let children = run.Tree.ChildrenOf(node)
        where children.Count > 1
        select (run.Tree.Ids[node], children, children.Select(child => run.Scores[child]).ToArray());

    private static JsonObject Sensitivity(CompositeRun run, CompositeSensitivity sensitivity)
    {
        var units = run.Units.Zip(
            sensitivity.Ranks,
            (unit, rank) =>
                (JsonNode)
                    new JsonObject
                    {
                        ["unit"] = unit,
                        ["median"] = Number(rank.Median),
                        ["mean"] = Number(rank.Mean),
                        ["q5"] = Number(rank.Quantile(0.05)),
                        ["q95"] = Number(rank.Quantile(0.95)),
                        ["frequencies"] = new JsonArray([.. rank.Frequencies.Select(count => (JsonNode)count)]),
                    }
        );
        var effects = _choices.Zip(
            sensitivity.Effects,
            (choice, effect) =>
                (JsonNode)
                    new JsonObject
                    {
                        ["choice"] = choice,
                        ["first"] = Number(effect.First),
                        ["firstLower"] = Number(effect.FirstLower),
                        ["firstUpper"] = Number(effect.FirstUpper),
                        ["total"] = Number(effect.Total),
                        ["totalLower"] = Number(effect.TotalLower),
                        ["totalUpper"] = Number(effect.TotalUpper),
                    }
        );
        return new()
        {
            ["draws"] = sensitivity.Draws,
            ["seed"] = sensitivity.Seed,
            ["units"] = new JsonArray([.. units]),
            ["effects"] = new JsonArray([.. effects]),
        };
    }

    private static JsonNode? Number(double value) => double.IsFinite(value) ? value : null;
}
