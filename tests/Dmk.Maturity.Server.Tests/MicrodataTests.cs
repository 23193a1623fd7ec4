using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server.Tests;

/// <summary>A file of microdata gives the figures of tables again, by the command that tables name.</summary>
public sealed partial class MicrodataTests(PreparedDemo demo) : IDisposable
{
    // Enough for 200 figures.
    private const int EditedSample = 1_199;
    private const double Tolerance = 1e-9;

    private const string Calibration = "  calibrate: { margins: [[land], [size]], distance: clipped-raking, bounds: [0.1, 8] }";

    private static readonly string[] _tables =
    [
        "",
        "--by land",
        "--by land,sector",
        "--by land,size",
        "--by size --node ai",
        "--by sector --node ai-staff",
        "--by sector --where land=BY",
        "--by land --share-at advancing",
        "--by land --quantile 0.5",
        "--by land,size --quantile 0.5",
        "--by sector --node ai --quantile 0.9",
        "--by size --where land=BY --quantile 0.25",
    ];

    private readonly TemporaryFolder _folder = new();
    private string _questionnaires = Repository.Questionnaires;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_table_of_an_operator_is_recomputed_from_the_file_by_the_command_that_it_names()
    {
        await demo.CopyLargeTo(_folder.Of("data"));

        await TablesAreRecomputed();
        await FileShowsWhatMakesItHard();
    }

    [Fact]
    public async Task A_table_of_every_index_is_recomputed_and_a_file_of_another_index_is_refused()
    {
        await demo.CopyLargeTo(_folder.Of("data"));
        string[] indices = ["edih-dma", "eurostat-dii", "dmk-reifegrad"];

        foreach (var index in indices)
        {
            File.Delete(_folder.Of(Recomputation.Data));
            Assert.True(await Recomputed($"--index {index} --by land") > 10);
            Assert.True(await Recomputed($"--index {index}") == 1);
        }

        using var other = await Shown("--index edih-dma --by land");
        var refused = await Typed.Run(Words(Commands(other)[1]));

        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("No row has index=edih-dma@", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("There are: dmk-reifegrad@", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trimmed_and_calibrated_weights_are_recomputed_with_the_file_of_totals()
    {
        await SetUp(
            Edited(
                ("\nweights:\n", $"\nweights:\n  trim: 4\n{Calibration}\n"),
                ("minimumRespondents: 5,", "minimumRespondents: 3, reason: \"a small sample\",")
            )
        );

        await TablesAreRecomputed();
    }

    private async Task TablesAreRecomputed()
    {
        var compared = 0;
        foreach (var table in _tables)
        {
            compared += await Recomputed(table);
        }

        Assert.True(compared > 200, $"only {compared} figures were compared");
    }

    /// <returns>How many figures were compared.</returns>
    private async Task<int> Recomputed(string table)
    {
        using var shown = await Shown(table);
        var (export, command) = Commands(shown) is [var first, var second] ? (first, second) : throw new InvalidOperationException(table);
        if (!File.Exists(_folder.Of(Recomputation.Data)))
        {
            await Good([.. Words(export), .. Folders()]);
        }

        var level = shown.RootElement.GetProperty("measure").GetString()!.Split(':') is ["share_at", var id] ? id : null;
        using var cells = JsonDocument.Parse((await Good(Words(command))).Output);
        using var total = JsonDocument.Parse((await Good(Words(By().Replace(command, "")))).Output);
        var rows = cells.RootElement.EnumerateArray().Concat(total.RootElement.EnumerateArray()).Where(row => CategoryOf(row) == level);
        var byDomain = rows.DistinctBy(DomainOf).ToDictionary(DomainOf);
        var compared = 0;
        foreach (var cell in shown.RootElement.GetProperty("cells").EnumerateArray().Where(IsShown))
        {
            Agree(cell, byDomain[Codes(cell.GetProperty("codes"))], level is null ? 1 : 100);
            compared++;
        }

        return compared;
    }

    private static void Agree(JsonElement shown, JsonElement recomputed, double times)
    {
        Assert.Equal(Codes(shown.GetProperty("codes")), DomainOf(recomputed));
        Assert.Equal(shown.GetProperty("respondents").GetInt32(), recomputed.GetProperty("respondents").GetInt32());
        foreach (var name in (string[])["estimate", "standardError", "lower", "upper"])
        {
            Near(name, Number(shown, name), times * Number(recomputed, name));
        }

        Near("effectiveRespondents", Number(shown, "effectiveRespondents"), Number(recomputed, "effectiveRespondents"));
        Near("degreesOfFreedom", Number(shown, "degreesOfFreedom"), Number(recomputed, "degreesOfFreedom"));
    }

    private static void Near(string name, double shown, double recomputed) =>
        Assert.True(
            Math.Abs(shown - recomputed) <= Tolerance * Math.Max(1, Math.Abs(shown)) || (double.IsNaN(shown) && double.IsNaN(recomputed)),
            string.Create(CultureInfo.InvariantCulture, $"{name}: shown {shown}, recomputed {recomputed}")
        );

    /// <summary>Companies that have moved, classes of several strata, and scores that are missing.</summary>
    private async Task FileShowsWhatMakesItHard()
    {
        var lines = await File.ReadAllLinesAsync(_folder.Of(Recomputation.Data), TestContext.Current.CancellationToken);
        var names = lines[0].Split(',');
        var rows = lines.Skip(1).Select(line => line.Split(',')).ToList();
        int stratum = At("stratum"),
            group = At("class"),
            land = At("land"),
            ai = At("ai"),
            pseudonym = At("pseudonym");

        Assert.True(rows.Count > 1000);
        Assert.Contains(rows, row => !row[stratum].StartsWith(row[land], StringComparison.Ordinal));
        Assert.Contains(rows.GroupBy(row => row[group]), one => one.DistinctBy(row => row[stratum]).Count() > 1);
        Assert.Contains(rows, row => row[ai].Length == 0);
        Assert.All(rows, row => Assert.Matches("^[0-9a-f]{32}$", row[pseudonym]));
        Assert.Equal(rows.Count, rows.DistinctBy(row => row[pseudonym]).Count());

        int At(string name)
        {
            return Array.IndexOf(names, name);
        }
    }

    private async Task SetUp(string questionnaires)
    {
        _questionnaires = questionnaires;
        var settings = new ServerSettings(_folder.Of("data"), questionnaires, "http://127.0.0.1:0");
        await using var server = DmkServer.Build(settings);
        await server.StartAsync(TestContext.Current.CancellationToken);
        await using var console = new StringWriter();
        await new DemoSetUp(server.Services, settings, console).Run(new DemoSettings(EditedSample), TestContext.Current.CancellationToken);
        await server.StopAsync(CancellationToken.None);
    }

    /// <summary>The folder of questionnaires with another study file of the pilot study.</summary>
    private string Edited(params IEnumerable<(string From, string To)> changes)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Questionnaires, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder.Of("questionnaires"), Path.GetRelativePath(Repository.Questionnaires, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var study = Path.Combine(_folder.Of("questionnaires"), "pilotstudie-wirtschaft", "study.yaml");
        var text = File.ReadAllText(study).ReplaceLineEndings("\n");
        foreach (var (from, to) in changes)
        {
            Assert.Contains(from, text, StringComparison.Ordinal);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        File.WriteAllText(study, text);
        return _folder.Of("questionnaires");
    }

    private async Task<JsonDocument> Shown(string table) =>
        JsonDocument.Parse((await Run($"result table {DemoServer.Study} {table} --role operator --format json")).Output);

    /// <summary>That the table names, with the files in the folder of the test.</summary>
    private string[] Commands(JsonDocument shown) =>
        shown
            .RootElement.GetProperty("recompute")
            .GetString()!
            .Replace(Recomputation.Data, _folder.Of(Recomputation.Data), StringComparison.Ordinal)
            .Replace(Recomputation.Totals, _folder.Of(Recomputation.Totals), StringComparison.Ordinal)
            .Split('\n');

    /// <summary>As a shell parts them: what stands in quotes is one.</summary>
    private static string[] Words(string command) => [.. Word().Matches(command).Select(word => word.Value.Trim('"'))];

    private Task<Typed> Run(string command) => Good([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), .. Folders()]);

    private string[] Folders() => ["--data", _folder.Of("data"), "--questionnaires", _questionnaires];

    private static async Task<Typed> Good(string[] arguments)
    {
        var typed = await Typed.Run(arguments);
        Assert.True(typed.ExitCode == 0, $"{string.Join(' ', arguments)}: {typed.Errors}");
        return typed;
    }

    private static bool IsShown(JsonElement cell) => cell.GetProperty("estimate").ValueKind == JsonValueKind.Number;

    private static string? CategoryOf(JsonElement row) => row.TryGetProperty("category", out var category) ? category.GetString() : null;

    private static string DomainOf(JsonElement row) => Codes(row.GetProperty("domain"));

    private static string Codes(JsonElement codes) =>
        string.Join(',', codes.EnumerateObject().Select(code => $"{code.Name}={code.Value.GetString()}"));

    private static double Number(JsonElement owner, string name) =>
        owner.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : double.NaN;

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Word();

    [GeneratedRegex(" --by [a-z,]+")]
    private static partial Regex By();
}
