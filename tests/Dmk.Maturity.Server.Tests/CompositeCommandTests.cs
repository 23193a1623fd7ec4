using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dmk.Maturity.Server.Tests;

/// <summary><c>composite</c> on a file: COINr's example pipeline from raw data to ranks, and what is said of mistakes.</summary>
public sealed class CompositeCommandTests : IDisposable
{
    private static readonly string _facts = Path.Combine(Repository.Root, "tests", "Dmk.Maturity.Statistics.Tests", "reference");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_pipeline_of_COINr_gives_the_scores_and_ranks_of_COINr()
    {
        using var report = await Asem();

        var units = report.RootElement.GetProperty("units").EnumerateArray().ToDictionary(unit => unit.GetProperty("unit").GetString()!);
        Assert.Equal(51, units.Count);
        foreach (var (unit, node, score) in Cells("asem-aggregated.csv"))
        {
            var found = units[unit].GetProperty("scores").GetProperty(node).GetDouble();
            Assert.True(Math.Abs(found - score) <= 1e-9 * score, $"{unit} {node}: expected {score:R}, got {found:R}.");
        }

        foreach (var (unit, node, rank) in Cells("asem-ranks.csv"))
        {
            Assert.Equal(rank, units[unit].GetProperty("ranks").GetProperty(node).GetProperty("rank").GetInt32());
        }
    }

    [Fact]
    public async Task Every_step_is_told()
    {
        using var report = await Asem("--sensitivity", "200", "--seed", "3");
        var root = report.RootElement;

        var gas = root.GetProperty("columns").EnumerateArray().Single(column => column.GetProperty("id").GetString() == "Gas");
        Assert.Equal("Energy", gas.GetProperty("denominator").GetString());
        Assert.Equal(3, gas.GetProperty("treatment").GetProperty("winsorised").GetInt32());
        var speed = root.GetProperty("columns").EnumerateArray().Single(column => column.GetProperty("id").GetString() == "ConSpeed");
        Assert.Equal(8, speed.GetProperty("imputed").GetInt32());
        Assert.Equal(0.0125, root.GetProperty("effectiveWeights").GetProperty("LPI").GetDouble(), 1e-12);
        Assert.Equal(8, root.GetProperty("eigenvalues").GetProperty("Physical").GetArrayLength());
        Assert.Equal(0.6633660084153254, root.GetProperty("reliability").GetProperty("Physical").GetProperty("alpha").GetDouble(), 1e-9);
        Assert.Equal(60, root.GetProperty("correlations").GetProperty("matrix").GetArrayLength());
        var sensitivity = root.GetProperty("sensitivity");
        Assert.Equal(4, sensitivity.GetProperty("effects").GetArrayLength());
        var swiss = sensitivity.GetProperty("units").EnumerateArray().Single(unit => unit.GetProperty("unit").GetString() == "CHE");
        Assert.Equal(1, swiss.GetProperty("median").GetDouble());
    }

    [Fact]
    public async Task Units_below_the_availability_are_named_and_have_no_score()
    {
        using var report = await Asem(model => model.Replace(", of: imputed", "", StringComparison.Ordinal));

        var screened = report.RootElement.GetProperty("screenedOut").EnumerateArray().Select(unit => unit.GetString());
        Assert.Equal(["BGD", "BRN", "KHM", "LAO", "MMR"], screened.Order(StringComparer.Ordinal));
        var brunei = report.RootElement.GetProperty("units").EnumerateArray().Single(unit => unit.GetProperty("unit").GetString() == "BRN");
        Assert.Equal(JsonValueKind.Null, brunei.GetProperty("scores").GetProperty("Index").ValueKind);
        Assert.Equal(JsonValueKind.Null, brunei.GetProperty("ranks").GetProperty("Index").ValueKind);
    }

    [Fact]
    public async Task The_example_of_the_documentation_runs()
    {
        var page = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "docs", "index-models.md"),
            TestContext.Current.CancellationToken
        );
        var section = page.ReplaceLineEndings("\n")[page.IndexOf("## Composites of any table", StringComparison.Ordinal)..];
        var typed = await Run(Block(section, "csv"), Block(section, "yaml"), "region");

        Assert.Equal(("", 0), (typed.Errors, typed.ExitCode));
        Assert.Equal(Block(section, "text"), typed.Output);
    }

    [Fact]
    public async Task Every_key_of_the_report_stands_in_the_documentation()
    {
        var page = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "docs", "index-models.md"),
            TestContext.Current.CancellationToken
        );
        var section = page.ReplaceLineEndings("\n")[page.IndexOf("## Composites of any table", StringComparison.Ordinal)..];
        var model = $"levels: [ {{ id: low, from: 0 }} ]\ntreat: {{ winsorise: 1 }}\n{Block(section, "yaml")}";
        var plain = await Run(Block(section, "csv"), Block(section, "yaml"), "region", "--format", "json", "--sensitivity", "100");
        var full = await Run(Block(section, "csv"), model, "region", "--format", "json", "--sensitivity", "20");

        Assert.Contains(Block(section, "json").TrimEnd(), plain.Output, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(full.Output);
        string[] nodes = ["total", "use", "means", "online", "paperless", "broadband", "patents"];
        Assert.DoesNotContain(
            Keys(report.RootElement).Distinct().Except(nodes),
            key => !section.Contains($"`{key}`", StringComparison.Ordinal)
        );
    }

    private static IEnumerable<string> Keys(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(one => Keys(one.Value).Prepend(one.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Keys),
            _ => [],
        };

    [Fact]
    public async Task Csv_has_a_row_for_every_unit_and_node_and_counts_ties()
    {
        var typed = await Run("u,a\nx,1\ny,3\nz,3\n", Model("{ id: i, column: a, weight: 1 }"), "u", "--format", "csv");

        Assert.Equal(("", 0), (typed.Errors, typed.ExitCode));
        Assert.StartsWith("unit,node,score,rank,tied\nx,t,0,3,1\nx,i,0,3,1\ny,t,100,1,2\n", typed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("u,b\nx,1\n", "data.csv: There is no column 'a'. There are: u, b.")]
    [InlineData("v,b\nx,1\n", "data.csv: There is no column 'u'. There are: v, b.\ndata.csv: There is no column 'a'.")]
    [InlineData("u,a,a\nx,1,2\n", "The column 'a' stands there twice.")]
    [InlineData("u,a\nx,1\ny,viel\n", "data.csv: Row 3, column a: 'viel' is no number.")]
    [InlineData(
        "u,a\nx,wenig\ny,viel\n",
        "Row 2, column a: 'wenig' is no number. Decimals have a point: 12.5.\ndata.csv: Row 3, column a: 'viel'"
    )]
    [InlineData("u,a\nx,1\ny,1e999\n", "Row 3, column a: '1e999' is no number.")]
    [InlineData("u,a\nx,1\ny,Inf\n", "Row 3, column a: 'Inf' is no number.")]
    [InlineData("u,a\nx,1\ny,NaN\n", "Row 3, column a: 'NaN' is no number.")]
    [InlineData("u;a\nx;1\ny;1,5\n", "Row 3, column a: '1,5' is no number. Decimals have a point: 12.5.")]
    [InlineData("u,a\nx,1\nx,2\n", "data.csv: Row 3: the unit 'x' stands in row 2 already. Keep one of them.")]
    [InlineData("u,a\n,1\n", "data.csv: Row 2: the unit has no name in column u.")]
    [InlineData("u,a\nx,1,2\n", "data.csv: Row 2 has 3 fields, the header has 2.")]
    [InlineData("u,a\n\"x\ny\",1\nz,z\n", "data.csv: Row 3, column a: 'z' is no number.")]
    [InlineData("u,a\n\"x,1\nz,2\n", "data.csv is no table of values with commas")]
    [InlineData("u,a\n", "data.csv: There is a header and no row.")]
    [InlineData("", "data.csv: The file is empty")]
    [InlineData("u,a\nx,4\n", "The column 'a' of 'i' does not vary")]
    [InlineData("u,a\nx,4\ny,4\n", "The column 'a' of 'i' does not vary")]
    public async Task A_mistake_in_the_table_is_named(string table, string said)
    {
        var typed = await Run(table, Model("{ id: i, column: a, weight: 1 }"), "u");

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains(said, typed.Errors.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\uFEFFu,a\nx,1\ny,3\n")]
    [InlineData("u,a\r\nx,1\r\ny,3\r\n")]
    [InlineData("u;a\nx;1\ny;3\n")]
    [InlineData("\uFEFFu;a;\"n,o\"\r\nx;1;\"2,5\"\r\ny;3;\r\n\r\n")]
    [InlineData("a,\"u\",text\n1,x,\"one\ntwo, three\"\n3,y,NA\n")]
    public async Task A_table_is_read_however_a_spreadsheet_writes_it(string table)
    {
        var typed = await Run(table, Model("{ id: i, column: a, weight: 1 }"), "u", "--format", "csv");

        Assert.Equal(("", 0), (typed.Errors, typed.ExitCode));
        Assert.Equal("unit,node,score,rank,tied\nx,t,0,2,1\nx,i,0,2,1\ny,t,100,1,1\ny,i,100,1,1\n", typed.Output);
    }

    [Fact]
    public async Task A_column_can_name_the_units_and_be_an_indicator()
    {
        var typed = await Run("year\n2024\n2025\n", Model("{ id: i, column: year, weight: 1 }"), "year", "--format", "csv");

        Assert.Contains("2025,i,100,1,1", typed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ id: i, column: a, weight: 0 }", "weight-not-positive")]
    [InlineData("{ id: i, column: a }", "'weight' is missing")]
    [InlineData("{ id: i, colum: a, weight: 1 }", "Did you mean 'column'?")]
    [InlineData("{ id: i, column: a, weight: 1, normalise: minmx }", "Did you mean 'minmax'?")]
    [InlineData("{ id: i, column: a, weight: 1, normalise: goalposts }", "'goalposts' is missing")]
    [InlineData("{ id: i, column: a, weight: 1, goalposts: { low: 3, high: 3 } }", "goalposts-equal")]
    [InlineData("{ id: i, column: a, weight: 1 }, { id: i, column: a, weight: 1 }", "duplicate-id")]
    [InlineData("{ id: i, column: a, weight: 1, impute: mode }", "Allowed: mean, median, groupMean(COLUMN), none.")]
    public async Task A_mistake_in_the_model_is_named_with_its_place(string children, string said)
    {
        var typed = await Run("u,a\nx,1\ny,2\n", Model(children), "u");

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains(said, typed.Errors, StringComparison.Ordinal);
        Assert.Contains("model.yaml:1:", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_without_a_score_is_told_with_what_it_lacks()
    {
        const string table = "u,a,b,p\nx,1,1,2\ny,3,2,0\nz,,3,4\nv,4,,5\nw,8,6,\n";
        const string model =
            "index: { id: t, aggregate: arithmetic, missing: { atLeast: 1 }, children: [ "
            + "{ id: i, column: a, weight: 1, denominate: p }, { id: j, column: b, weight: 1, impute: median } ] }";

        var shown = await Run(table, model, "u");
        var csv = await Run(table, model, "u", "--format", "csv");
        var json = await Run(table, model, "u", "--format", "json");

        string[] said =
        [
            "Imputed values: 1 (j 1).",
            "y has no score. i: a is divided by p, which is 0.",
            "z has no score. i: a or p is missing.",
            "w has no score. i: a or p is missing.",
        ];
        Assert.Contains(string.Concat(said.Select(line => line + "\n")), shown.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(said, csv.Errors.ReplaceLineEndings("\n").TrimEnd().Split('\n'));
        using var report = JsonDocument.Parse(json.Output);
        Assert.Equal(
            ["y", "z", "w"],
            report.RootElement.GetProperty("withoutScore").EnumerateArray().Select(one => one.GetProperty("unit").GetString()!)
        );
    }

    [Fact]
    public async Task A_value_that_no_unit_of_its_group_has_stays_missing_and_is_told()
    {
        const string table = "u,g,a,b\nx,s,1,1\ny,s,,2\nz,t,,3\nv,t,NA,4\nw,r,9,6\n";
        const string model =
            "index: { id: t, aggregate: arithmetic, children: [ "
            + "{ id: i, column: a, weight: 1, impute: { groupMean: g } }, { id: j, column: b, weight: 1 } ] }";

        var shown = await Run(table, model, "u");
        var csv = await Run(table, model, "u", "--format", "csv");
        using var json = JsonDocument.Parse((await Run(table, model, "u", "--format", "json")).Output);

        const string said = "i stays missing for z, v: no unit of the same group (g) has a value.\n";
        Assert.EndsWith(said, shown.Output, StringComparison.Ordinal);
        Assert.Equal("Imputed values: 1 (i 1).\n" + said, csv.Errors);
        Assert.Equal(
            ["z v", ""],
            json.RootElement.GetProperty("columns")
                .EnumerateArray()
                .Select(column => string.Join(' ', column.GetProperty("notImputed").EnumerateArray().Select(unit => unit.GetString())))
        );
    }

    [Fact]
    public async Task A_model_that_is_not_there_is_named_as_it_was_typed()
    {
        var typed = await Typed.Run("composite", "--data", "table.csv", "--model", "nowhere/model.yaml", "--unit", "u");

        Assert.Equal(1, typed.ExitCode);
        Assert.StartsWith("nowhere/model.yaml: error file-unreadable: There is no such file.", typed.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.CurrentDirectory, typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_geometric_mean_of_scores_below_0_is_told()
    {
        var typed = await Run("u,a,b\nx,0,5\ny,4,8\nz,9,9\n", GeometricModel, "u");

        Assert.Contains(
            "x has no score. t: i lies below 0, of which there is no geometric mean; "
                + "t: j lies below 0, of which there is no geometric mean.",
            typed.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_seed_of_draws_is_said_when_none_was_given()
    {
        var typed = await Run("u,a\nx,1\ny,3\n", Model("{ id: i, column: a, weight: 1 }"), "u", "--sensitivity", "10");

        Assert.EndsWith("Ranks of 10 draws with --seed 0.", typed.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_in_the_place_of_a_file_is_said_to_be_one()
    {
        var (folder, file) = (_folder.Of("."), _folder.Of("model.yaml"));
        await File.WriteAllTextAsync(file, Model("{ id: i, column: a, weight: 1 }"), TestContext.Current.CancellationToken);

        var data = await Typed.Run("composite", "--data", folder, "--model", file, "--unit", "u");
        var model = await Typed.Run("composite", "--data", file, "--model", folder, "--unit", "u");

        Assert.Equal((1, $"{folder} is a folder: name a file in it."), (data.ExitCode, data.Errors.TrimEnd()));
        Assert.Contains("This is a folder. Name a file in it.", model.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goalposts_run_either_way()
    {
        var model = Model(
            "{ id: up, column: a, weight: 1, goalposts: { low: 0, high: 10 } }, "
                + "{ id: down, column: a, weight: 1, goalposts: { low: 10, high: 0 } }, "
                + "{ id: turned, column: a, weight: 1, direction: negative, goalposts: { low: 0, high: 10 } }"
        );
        var typed = await Run("u,a\nx,2\ny,20\n", model, "u", "--format", "csv");

        Assert.Contains("x,up,20,2,1\nx,down,80,1,1\nx,turned,80,1,1\n", typed.Output, StringComparison.Ordinal);
        Assert.Contains("y,up,100,1,1\ny,down,0,2,1\ny,turned,0,2,1\n", typed.Output, StringComparison.Ordinal);
    }

    private const string GeometricModel =
        "normalise: z\nindex: { id: t, aggregate: geometric, "
        + "children: [ { id: i, column: a, weight: 1 }, { id: j, column: b, weight: 1 } ] }";

    private static string Model(string children) => $"index: {{ id: t, aggregate: arithmetic, children: [ {children} ] }}";

    private Task<JsonDocument> Asem(params string[] more) => Asem(model => model, more);

    private async Task<JsonDocument> Asem(Func<string, string> change, params string[] more)
    {
        var table = await File.ReadAllTextAsync(Path.Combine(_facts, "asem-data.csv"), TestContext.Current.CancellationToken);
        var typed = await Run(table, change(AsemModel()), "uCode", ["--format", "json", .. more]);
        Assert.Equal(("", 0), (typed.Errors, typed.ExitCode));
        return JsonDocument.Parse(typed.Output);
    }

    /// <summary>Written from the table of COINr's indicators.</summary>
    private static string AsemModel()
    {
        var rows = File.ReadAllLines(Path.Combine(_facts, "asem-tree.csv")).Skip(1).Select(line => line.Split(',')).ToArray();
        return $$"""
            id: asem
            screen: { availability: 0.9, of: imputed }
            impute: groupMean(EurAsia_group)
            treat: { skewness: 2, kurtosis: 3.5, winsorise: 5, otherwise: log }
            normalise: minmax
            index: {{Node("Index", rows)}}
            """;
    }

    private static string Node(string id, string[][] rows)
    {
        var children = rows.Where(row => row[3] == id).Select(row => Node(row[0], rows)).ToArray();
        if (children.Length > 0)
        {
            return $"{{ id: {id}, aggregate: arithmetic, weights: equal, children: [ {string.Join(", ", children)} ] }}";
        }

        var row = rows.Single(one => one[0] == id);
        var leaf = new StringBuilder($"{{ id: {id}, column: {id}");
        leaf.Append(row[1] == "-1" ? ", direction: negative" : "");
        leaf.Append(row[2].Length > 0 ? $", denominate: {row[2]}" : "");
        return leaf.Append(" }").ToString();
    }

    private static IEnumerable<(string Unit, string Node, double Value)> Cells(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(_facts, file)).Select(line => line.Split(',')).ToArray();
        return from line in lines.Skip(1)
            from at in Enumerable.Range(1, line.Length - 1)
            select (line[0], lines[0][at], double.Parse(line[at], CultureInfo.InvariantCulture));
    }

    private async Task<Typed> Run(string table, string model, string unit, params string[] more)
    {
        var (data, index) = (_folder.Of("data.csv"), _folder.Of("model.yaml"));
        await File.WriteAllTextAsync(data, table, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(index, model, TestContext.Current.CancellationToken);
        return await Typed.Run(["composite", "--data", data, "--model", index, "--unit", unit, .. more]);
    }

    private static string Block(string section, string language)
    {
        var start = section.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return section[start..section.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
