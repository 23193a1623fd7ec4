using System.Text.Json;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>Whether what stands below a node of a composite measures one thing, as JSON: reliability, components and adequacy, of every
/// node with at least two children, from the scores of these. Null where two children have too few units in common or one does not vary.
/// </summary>
internal static class CompositeItems
{
    public static void Write(CompositeRun run, Utf8JsonWriter json)
    {
        var groups = Groups(run).ToList();
        Each("reliability", groups, json, group => Reliabilities(group, json));
        Each("eigenvalues", groups, json, group => Numbers(group.Components.Eigenvalues, json));
        Each("components", groups, json, group => Components(group, json));
        Each("adequacy", groups, json, group => Adequacy(group, json));
    }

    private static void Each(string key, List<Group> groups, Utf8JsonWriter json, Action<Group> write)
    {
        json.WriteStartObject(key);
        foreach (var group in groups)
        {
            json.WritePropertyName(group.Id);
            if (group.IsWhole)
            {
                write(group);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndObject();
    }

    private static void Reliabilities(Group group, Utf8JsonWriter json)
    {
        var alpha = Reliability.Of(group.Columns);
        var (omega, loadings) =
            group.Columns.Length > 2 && OneFactor.Of(group.Matrix) is { Converged: true } factor
                ? (factor.OmegaTotal, factor.Loadings)
                : (double.NaN, [.. group.Columns.Select(_ => double.NaN)]);
        json.WriteStartObject();
        json.WriteNumberOrNull("alpha", alpha.Alpha);
        json.WriteNumberOrNull("lower", alpha.Lower);
        json.WriteNumberOrNull("upper", alpha.Upper);
        json.WriteNumberOrNull("standardError", alpha.StandardError);
        json.WriteNumberOrNull("standardAlpha", alpha.StandardAlpha);
        json.WriteNumberOrNull("lambda6", alpha.Lambda6);
        json.WriteNumberOrNull("averageCorrelation", alpha.AverageCorrelation);
        json.WriteNumberOrNull("omega", omega);
        json.WriteStartArray("items");
        foreach (var (at, item) in alpha.Items.Index())
        {
            json.WriteStartObject();
            json.WriteString("id", group.Children[at]);
            json.WriteNumber("values", item.Count);
            json.WriteNumberOrNull("mean", item.Mean);
            json.WriteNumberOrNull("standardDeviation", item.StandardDeviation);
            json.WriteNumberOrNull("withRest", item.WithRest);
            json.WriteNumberOrNull("withTotal", item.WithTotal);
            json.WriteNumberOrNull("alphaWithout", item.AlphaWithout);
            json.WriteNumberOrNull("loading", loadings[at]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Loadings by child, then component.</summary>
    private static void Components(Group group, Utf8JsonWriter json)
    {
        var components = group.Components;
        json.WriteStartObject();
        json.WritePropertyName("explained");
        Numbers(components.Explained, json);
        json.WriteNumber("aboveOne", components.AboveOne);
        json.WriteStartObject("loadings");
        for (var child = 0; child < group.Children.Count; child++)
        {
            json.WritePropertyName(group.Children[child]);
            Numbers([.. Enumerable.Range(0, group.Children.Count).Select(component => components.Loading(child, component))], json);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Adequacy(Group group, Utf8JsonWriter json)
    {
        var adequacy = SamplingAdequacy.Of(group.Matrix, Correlations.Complete(group.Columns)[0].Length);
        json.WriteStartObject();
        json.WriteNumberOrNull("overall", adequacy.Overall);
        json.WriteStartObject("items");
        foreach (var (id, measure) in group.Children.Zip(adequacy.Items))
        {
            json.WriteNumberOrNull(id, measure);
        }

        json.WriteEndObject();
        json.WriteNumberOrNull("bartlett", adequacy.Bartlett);
        json.WriteNumber("degreesOfFreedom", adequacy.DegreesOfFreedom);
        json.WriteEndObject();
    }

    private static void Numbers(IReadOnlyList<double> values, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            json.WriteNumberOrNull(value);
        }

        json.WriteEndArray();
    }

    private static IEnumerable<Group> Groups(CompositeRun run) =>
        from node in Enumerable.Range(0, run.Tree.Ids.Count)
        let children = run.Tree.ChildrenOf(node)
        where children.Count > 1
        select new Group(
            run.Tree.Ids[node],
            [.. children.Select(child => run.Tree.Ids[child])],
            [.. children.Select(child => run.Scores[child])]
        );

    /// <summary>The children of one node.</summary>
    /// <param name="Columns">By child, then unit.</param>
    private sealed record Group(string Id, IReadOnlyList<string> Children, double[][] Columns)
    {
        public double[,] Matrix { get; } = Correlations.Of(Columns);

        public bool IsWhole => !Matrix.Cast<double>().Any(double.IsNaN);

        public PrincipalComponents Components => field ??= PrincipalComponents.Of(Matrix);
    }
}
