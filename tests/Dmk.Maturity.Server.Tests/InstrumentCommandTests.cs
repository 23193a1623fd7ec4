using System.Text.Json;

namespace Dmk.Maturity.Server.Tests;

/// <summary><c>result instrument</c> on the small demonstration: the same numbers in all formats, rounded and complete by role.</summary>
public sealed class InstrumentCommandTests(PreparedDemo demo) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.Of("data");

    public async ValueTask InitializeAsync() => await demo.CopyTo(Data);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task All_formats_hold_the_same_scale()
    {
        var json = await AsJson("operator", "total");
        var csv = (await Run("operator", "total", "csv")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var table = (await Run("operator", "total", "table")).Output;

        var (alpha, items) = (json.GetProperty("reliability").GetProperty("alpha").GetDouble(), json.GetProperty("items"));
        Assert.NotEqual(Math.Round(alpha, 2), alpha);
        Assert.InRange(alpha, -1, 1);
        Assert.Contains($"alpha {FormattableString.Invariant($"{alpha:0.00}")}, omega", table, StringComparison.Ordinal);
        Assert.StartsWith("All companies and all their answers are SYNTHETIC.", table, StringComparison.Ordinal);
        Assert.Equal(1 + items.GetArrayLength(), csv.Length);
        foreach (var (line, item) in csv.Skip(1).Zip(items.EnumerateArray()))
        {
            Assert.Contains($",{item.GetProperty("node").GetString()},", line, StringComparison.Ordinal);
            Assert.Contains(
                FormattableString.Invariant($",{item.GetProperty("withRest").GetDouble()},{item.GetProperty("alphaWithout").GetDouble()},"),
                line,
                StringComparison.Ordinal
            );
            Assert.Contains(item.GetProperty("name").GetString()!, table, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_economist_reads_rounded_numbers_of_the_companies_that_are_shown()
    {
        var (read, live) = (await AsJson("economist", "total"), await AsJson("operator", "total"));

        Assert.False(read.GetProperty("live").GetBoolean());
        Assert.True(
            Companies(read) is null || Companies(read) <= Companies(live),
            $"{Companies(read)} shown of {Companies(live)} with all items"
        );
        foreach (var item in read.GetProperty("items").EnumerateArray())
        {
            Rounded(item.GetProperty("withRest"), 2);
            Rounded(item.GetProperty("loading"), 2);
            Rounded(item.GetProperty("response").GetProperty("weightedShare"), 1);
            Assert.All(item.GetProperty("levels").EnumerateArray(), level => Rounded(level.GetProperty("estimate"), 1));
        }
    }

    [Fact]
    public async Task A_node_without_items_is_a_mistake_that_names_those_with_some()
    {
        var typed = await Run("economist", "nothing", "json");

        Assert.NotEqual(0, typed.ExitCode);
        Assert.Contains("nothing", typed.Errors, StringComparison.Ordinal);
    }

    private static void Rounded(JsonElement number, int digits)
    {
        if (number.ValueKind == JsonValueKind.Number)
        {
            Assert.Equal(Math.Round(number.GetDouble(), digits), number.GetDouble());
        }
    }

    private static long? Companies(JsonElement instrument) =>
        instrument.GetProperty("reliability").GetProperty("companies") is { ValueKind: JsonValueKind.Number } number
            ? number.GetInt64()
            : null;

    private async Task<JsonElement> AsJson(string role, string node) =>
        JsonSerializer.Deserialize<JsonElement>((await Run(role, node, "json")).Output);

    private Task<Typed> Run(string role, string node, string format) =>
        Typed.Run(
            "result",
            "instrument",
            DemoServer.Study,
            "--node",
            node,
            "--role",
            role,
            "--format",
            format,
            "--data",
            Data,
            "--questionnaires",
            Repository.Questionnaires
        );
}
