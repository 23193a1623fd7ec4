using System.Text.Json;

namespace Dmk.Maturity.Server.Tests;

public sealed class QuestionnaireBurdenTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Paths_are_counted_by_the_rule_that_is_stated()
    {
        await Typed.Run("questionnaire", "new", "hw", "--folder", _folder.Location);

        var typed = await Typed.Run("questionnaire", "burden", _folder.Of("hw"), "--format", "json");

        using var report = JsonDocument.Parse(typed.Output);
        var paths = report.RootElement.GetProperty("paths").EnumerateArray().ToList();
        Assert.Equal(5, paths.Count);

        // The share of turnover is asked of some only.
        Assert.Equal((2, 6, 8), Counts(paths[0]));
        Assert.Equal((2, 7, 9), Counts(paths[1]));
        Assert.Equal((2, 6, 8), Counts(paths[2]));
        Assert.Equal((2, 7, 9), Counts(paths[3]));
        Assert.All(
            paths,
            path =>
                Assert.Equal(
                    path.GetProperty("words").GetInt32() / 200.0 + path.GetProperty("answers").GetInt32() * 5 / 60.0,
                    path.GetProperty("minutes").GetDouble(),
                    0.051
                )
        );
    }

    [Fact]
    public async Task The_table_states_the_rule()
    {
        var typed = await Typed.Run("questionnaire", "burden", Path.Combine(Repository.Questionnaires, "pilotstudie-wirtschaft"));

        Assert.Equal(("", 0), (typed.Errors, typed.ExitCode));
        Assert.Contains("minutes: words / 200 + answers x 5 seconds.", typed.Output, StringComparison.Ordinal);
        Assert.Contains("A craft business of three", typed.Output, StringComparison.Ordinal);
    }

    private static (int, int, int) Counts(JsonElement path) =>
        (path.GetProperty("pages").GetInt32(), path.GetProperty("questions").GetInt32(), path.GetProperty("answers").GetInt32());
}
