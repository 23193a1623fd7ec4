using System.Text.Json;

namespace Dmk.Maturity.Server.Tests;

/// <summary>What a model of <c>composite</c> can say, each with numbers worked out by hand.</summary>
public sealed class CompositeModelTests : IDisposable
{
    private const string Four = "u,a,b\nw,1,8\nx,2,4\ny,2,6\nz,5,2\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("normalise: minmax", "0 25 25 100")]
    [InlineData("normalise: { minmax: { from: 1, to: 101 } }", "1 26 26 101")]
    [InlineData("normalise: z", "-0.8660254037844387 -0.2886751345948129 -0.2886751345948129 1.4433756729740645")]
    [InlineData("normalise: { z: { mean: 10, deviation: 2 } }", "8.267949192431123 9.422649730810374 9.422649730810374 12.886751345948129")]
    [InlineData("normalise: rank", "1 2 2 4")]
    [InlineData("normalise: borda", "0 1 1 3")]
    [InlineData("normalise: percentileRank", "0 0.3333333333333333 0.3333333333333333 1")]
    [InlineData("normalise: percentile", "25 50 50 100")]
    [InlineData("normalise: distanceToMaximum", "0 0.25 0.25 1")]
    [InlineData("normalise: { ratioTo: leader }", "0.2 0.4 0.4 1")]
    [InlineData("normalise: { ratioTo: last }", "1 2 2 5")]
    [InlineData("normalise: { ratioTo: mean }", "0.4 0.8 0.8 2")]
    [InlineData("normalise: { ratioTo: 4 }, direction: negative", "4 2 2 0.8")]
    [InlineData("normalise: { ratioTo: leader }, direction: negative", "1 0.5 0.5 0.2")]
    [InlineData("normalise: { differenceTo: mean }", "-0.6 -0.2 -0.2 1")]
    [InlineData("normalise: { differenceTo: mean }, direction: negative", "0.6 0.2 0.2 -1")]
    [InlineData("normalise: { aboutMean: 0.3 }", "-1 0 0 1")]
    [InlineData("normalise: { goalposts: { low: 0, high: 4 } }", "25 50 50 100")]
    [InlineData("goalposts: { low: 0, high: 4, outside: keep }", "25 50 50 125")]
    [InlineData("goalposts: { low: 0, high: 4, outside: missing }", "25 50 50 -")]
    [InlineData("bands: [ { below: 2, score: 10 }, { below: 3, score: 40 }, { score: 90 } ]", "10 40 40 90")]
    [InlineData("bands: [ { below: 2, score: 10 }, { score: 90 } ], direction: negative", "90 10 10 10")]
    [InlineData("direction: negative", "100 75 75 0")]
    public async Task A_column_is_normalised_at_its_node_or_at_all(string rule, string expected)
    {
        using var leaf = await Json(Four, Model($"{{ id: i, column: a, weight: 1, {rule} }}"));
        Near(expected, Scores(leaf, "i"));

        if (rule.StartsWith("normalise", StringComparison.Ordinal) && !rule.Contains("direction", StringComparison.Ordinal))
        {
            using var above = await Json(Four, $"{rule}\n{Model("{ id: i, column: a, weight: 1 }")}");
            Near(expected, Scores(above, "i"));
        }
    }

    [Theory]
    [InlineData("arithmetic", "35 65")]
    [InlineData("geometric", "28.284271247461902 64.47419590941251")]
    [InlineData("harmonic", "24.615384615384617 64")]
    [InlineData("{ power: 2 }", "43.58898943540674 65.57438524302")]
    [InlineData("minimum", "20 60")]
    [InlineData("maximum", "80 80")]
    [InlineData("count, threshold: 50", "25 100")]
    [InlineData("ladder, threshold: 50", "0 100")]
    [InlineData("count", "0 0")]
    public async Task A_node_is_aggregated_as_it_says(string rule, string expected)
    {
        const string children =
            "{ id: i, column: a, weight: 3, goalposts: { low: 0, high: 100 } }, "
            + "{ id: j, column: b, weight: 1, goalposts: { low: 0, high: 100 } }";
        using var json = await Json("u,a,b\nx,20,80\ny,60,80\n", $"index: {{ id: t, aggregate: {rule}, children: [ {children} ] }}");

        Near(
            rule.StartsWith("minimum", StringComparison.Ordinal) ? "20 60"
                : rule == "maximum" ? "80 80"
                : expected,
            Scores(json, "t")
        );
    }

    [Fact]
    public async Task A_rung_has_its_own_threshold_and_a_missing_one_ends_the_climb()
    {
        const string model =
            "scale: { from: 0, to: 5 }\nindex: { id: t, aggregate: ladder, weights: equal, children: [ "
            + "{ id: i, column: a, goalposts: { low: 0, high: 5 }, reached: 2 }, { id: j, column: b, goalposts: { low: 0, high: 5 } } ] }";
        using var json = await Json("u,a,b\nx,2,5\ny,3,4\nz,1,\nv,4,\n", model);

        Near("5 2.5 0 -", Scores(json, "t"));
    }

    [Fact]
    public async Task Levels_are_named_for_every_node_and_a_node_may_have_its_own()
    {
        const string model =
            "levels: [ { id: starting, from: 0, de: Anfang, en: Start }, { id: leading, from: 60 } ]\n"
            + "index: { id: t, aggregate: arithmetic, weights: equal, children: [ { id: i, column: a }, "
            + "{ id: j, column: b, levels: [ { id: low, from: 0 }, { id: high, from: 50 } ] } ] }";
        using var json = await Json("u,a,b\nx,1,9\ny,2,5\nz,3,1\nv,,1\n", model);
        var csv = await Run("u,a,b\nx,1,9\ny,2,5\nz,3,1\nv,,1\n", model, "--format", "csv");

        var levels = json.RootElement.GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("levels")).ToList();
        Assert.Equal(["starting", "starting", "starting", "starting"], levels.Select(one => one.GetProperty("t").GetString()));
        Assert.Equal(["starting", "starting", "leading", null], levels.Select(one => one.GetProperty("i").GetString()));
        Assert.Equal(["high", "high", "low", "low"], levels.Select(one => one.GetProperty("j").GetString()));
        Assert.StartsWith("unit,node,score,rank,tied,level\nx,t,50,1,3,starting\n", csv.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pairwise_votes_and_tied_orders_are_told()
    {
        const string model =
            "index: { id: t, aggregate: arithmetic, weights: equal, children: [ { id: i, column: a }, { id: j, column: b } ] }";
        using var json = await Json("u,a,b\nx,3,2\ny,2,3\nz,1,1\n", model);

        var outranking = json.RootElement.GetProperty("outranking");
        var kemeny = outranking.GetProperty("kemeny");
        Assert.Equal(JsonValueKind.Null, outranking.GetProperty("condorcetWinner").ValueKind);
        Assert.Equal(
            [1.0, 1, -2],
            outranking.GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("copeland").GetDouble())
        );
        Assert.Equal([2, 2, 1], outranking.GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("tied").GetInt32()));
        Assert.Equal(2, kemeny.GetProperty("tiedOrders").GetInt32());
        Assert.Equal(2.5, kemeny.GetProperty("support").GetDouble(), 1e-12);
        Assert.Equal(0.5, outranking.GetProperty("votes")[0][1].GetDouble());
    }

    [Fact]
    public async Task What_is_drawn_is_what_the_model_says()
    {
        const string model =
            "sensitivity: { weights: declared, normalise: [declared], aggregate: declared, leaveOut: 0 }\n"
            + "index: { id: t, aggregate: arithmetic, weights: equal, children: [ { id: i, column: a }, { id: j, column: b } ] }";
        using var still = await Json("u,a,b\nx,1,1\ny,2,5\nz,3,9\n", model, "--sensitivity", "50");
        using var moved = await Json(
            "u,a,b\nx,9,1\ny,2,8\nz,3,9\n",
            model.Replace("weights: declared", "weights: { dirichlet: 2 }", StringComparison.Ordinal),
            "--sensitivity",
            "200"
        );

        var certain = still.RootElement.GetProperty("sensitivity");
        Assert.Equal([3, 2, 1], certain.GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("worst").GetInt32()));
        Assert.Equal([3, 2, 1], certain.GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("best").GetInt32()));
        Assert.All(
            certain.GetProperty("effects").EnumerateArray(),
            one => Assert.Equal(JsonValueKind.Null, one.GetProperty("total").ValueKind)
        );
        var effects = moved.RootElement.GetProperty("sensitivity").GetProperty("effects").EnumerateArray().ToList();
        Assert.Equal(1, effects[0].GetProperty("first").GetDouble(), 0.2);
        Assert.Equal(0, effects[1].GetProperty("total").GetDouble());
    }

    [Fact]
    public async Task A_single_unit_and_a_column_without_values_are_told()
    {
        const string model =
            "normalise: goalposts\nindex: { id: t, aggregate: arithmetic, weights: equal, children: [ "
            + "{ id: i, column: a, goalposts: { low: 0, high: 4 } }, { id: j, column: b, goalposts: { low: 0, high: 4 } } ] }";
        using var json = await Json("u,a,b\nx,1,\n", model);
        var table = await Run("u,a,b\nx,1,\n", model);

        Near("25", Scores(json, "t"));
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("reliability").GetProperty("t").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("adequacy").GetProperty("t").ValueKind);
        Assert.Equal(0, json.RootElement.GetProperty("columns")[1].GetProperty("values").GetInt32());
        Assert.Contains("No unit has a value of j: left out, the others have the weight.", table.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("u,a\nx,1\ny,-1\nz,0\n", ", normalise: { ratioTo: mean }", "is compared with 0, and nothing can be divided by that")]
    [InlineData("u,a\nx,0.1\ny,0.1\nz,0.1\n", ", normalise: z", "does not vary")]
    public async Task A_column_that_cannot_be_normalised_is_named(string table, string rule, string said)
    {
        var typed = await Run(table, Model($"{{ id: i, column: a, weight: 1{rule} }}"));

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("data.csv: The column 'a' of 'i' ", typed.Errors, StringComparison.Ordinal);
        Assert.Contains(said, typed.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("index: [", "yaml-syntax")]
    [InlineData("just a sentence", "model.yaml:1:")]
    [InlineData("", "model.yaml")]
    [InlineData("index: &a { id: t, aggregate: arithmetic, weights: equal, children: [ *a ] }", "model.yaml:1:")]
    [InlineData(
        "index: { id: t, aggregate: arithmetic, weights: equal, children: [ { id: i, column: a, reached: 3 } ] }",
        "reached-of-no-use"
    )]
    [InlineData(
        "levels: [ { id: a, from: 5 }, { id: b, from: 5 } ]\nindex: { id: t, aggregate: minimum, children: [] }",
        "levels-not-ascending"
    )]
    [InlineData("sensitivity: { weights: { uniform: 2 } }\nindex: { id: t, aggregate: minimum, children: [] }", "model.yaml:1:")]
    [InlineData("sensitivity: { wieghts: declared }\nindex: { id: t, aggregate: minimum, children: [] }", "Did you mean 'weights'?")]
    [InlineData("normalise: { ratioTo: 0 }\nindex: { id: t, aggregate: minimum, children: [] }", "reference-zero")]
    [InlineData(
        "normalise: { z: { mean: 0, deviation: 0 } }\nindex: { id: t, aggregate: minimum, children: [] }",
        "A deviation is above 0."
    )]
    [InlineData(
        "normalise: { bands: [ { below: 3, score: 1 }, { below: 2, score: 1 }, { score: 2 } ] }\nindex: { id: t, children: [] }",
        "bands-not-ascending"
    )]
    public async Task A_file_that_is_no_model_is_refused_in_words(string model, string said)
    {
        var typed = await Run(Four, model);

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains(said, typed.Errors, StringComparison.Ordinal);
    }

    private static string Model(string children) => $"index: {{ id: t, aggregate: arithmetic, children: [ {children} ] }}";

    private static double[] Scores(JsonDocument json, string node) =>
        [
            .. json
                .RootElement.GetProperty("units")
                .EnumerateArray()
                .Select(unit => unit.GetProperty("scores").GetProperty(node))
                .Select(score => score.ValueKind == JsonValueKind.Null ? double.NaN : score.GetDouble()),
        ];

    private static void Near(string expected, double[] found)
    {
        var wanted = expected
            .Split(' ')
            .Select(word => word == "-" ? double.NaN : double.Parse(word, System.Globalization.CultureInfo.InvariantCulture))
            .ToArray();
        Assert.Equal(wanted.Length, found.Length);
        Assert.All(wanted.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    private async Task<JsonDocument> Json(string table, string model, params string[] more)
    {
        var typed = await Run(table, model, ["--format", "json", .. more]);
        Assert.Equal(("", 0), (typed.Errors, typed.ExitCode));
        return JsonDocument.Parse(typed.Output);
    }

    private async Task<Typed> Run(string table, string model, params string[] more)
    {
        var (data, index) = (_folder.Of("data.csv"), _folder.Of("model.yaml"));
        await File.WriteAllTextAsync(data, table, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(index, model, TestContext.Current.CancellationToken);
        return await Typed.Run(["composite", "--data", data, "--model", index, "--unit", "u", .. more]);
    }
}
