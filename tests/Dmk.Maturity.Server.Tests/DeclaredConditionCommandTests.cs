using System.Text.Json;

namespace Dmk.Maturity.Server.Tests;

/// <summary><c>result table --condition</c> on the small demonstration.</summary>
public sealed class DeclaredConditionCommandTests(PreparedDemo demo) : IAsyncLifetime
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
    public async Task An_operator_reads_the_same_by_the_id_of_a_condition_as_by_its_text()
    {
        var declared = await Run("--role", "operator", "--condition", "cloud", "--format", "json");
        var written = await Run("--role", "operator", "--where", "cloud_services.none == 0", "--format", "json");

        var (by, of) = (Read(declared), Read(written));
        Assert.Equal("cloud", by.GetProperty("condition").GetString());
        Assert.Equal(JsonValueKind.Null, of.GetProperty("condition").ValueKind);
        Assert.Equal(of.GetProperty("cells").ToString(), by.GetProperty("cells").ToString());
        Assert.NotEqual(0, by.GetProperty("cells").GetArrayLength());
    }

    [Fact]
    public async Task A_table_says_of_whom_it_is()
    {
        var typed = await Run("--condition", "ai");

        Assert.Equal(0, typed.ExitCode);
        Assert.Contains(
            "only companies of which this is true: ai_use in ['trying', 'some', 'many']",
            typed.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whoever_asks_for_another_condition_is_told_of_those_that_there_are()
    {
        var typed = await Run("--condition", "nothing");

        Assert.NotEqual(0, typed.ExitCode);
        Assert.Contains("cloud (Companies that use cloud services); ai (", typed.Errors, StringComparison.Ordinal);
    }

    private static JsonElement Read(Typed typed) => JsonSerializer.Deserialize<JsonElement>(typed.Output);

    private Task<Typed> Run(params string[] more) =>
        Typed.Run(["result", "table", DemoServer.Study, .. more, "--data", Data, "--questionnaires", Repository.Questionnaires]);
}
