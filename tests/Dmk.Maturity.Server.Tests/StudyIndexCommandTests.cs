using System.Text.Json;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Server.Tests;

/// <summary>A new version of an index model from the command line, over responses that have been collected.</summary>
public sealed class StudyIndexCommandTests : IDisposable
{
    private const string After = "small-index@1.1.0";
    private const int Companies = 12;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_new_version_is_scored_to_the_end_and_both_are_asked_for_by_name()
    {
        await Collect();
        var before = await Table("small-index");

        var added = await Run("study", "index", "add", "small-study", Write(Version()));

        Assert.Equal((0, ""), (added.ExitCode, added.Errors));
        Assert.Matches(
            $"^small-study has the index model {After}: [0-9a-f]{{64}}\n{After}: {Companies} of {Companies} responses scored\n$",
            added.Output
        );
        Assert.Contains(
            $"added {After}: {Companies} of {Companies} responses scored\n",
            (await Run("study", "status", "small-study")).Output,
            StringComparison.Ordinal
        );
        using var status = JsonDocument.Parse((await Run("study", "status", "small-study", "--format", "json")).Output);
        var one = Assert.Single(status.RootElement.GetProperty("addedIndices").EnumerateArray().ToArray());
        Assert.Equal(("1.1.0", true), (one.GetProperty("version").GetString(), one.GetProperty("ready").GetBoolean()));
        Assert.Equal(before, await Table("small-index@1.0.0"));
        Assert.Equal(before, await Table("small-index"));
        Assert.NotEqual(before, await Table(After));
        Assert.Contains("index.add", (await Run("audit", "list")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("verify")).ExitCode);

        // The file of its microdata gives the same figure, and one of the version before none.
        string[] versions = ["small-index@1.0.0", After];
        foreach (var version in versions)
        {
            var file = _folder.Of(version + Recomputation.Data);
            var (export, estimate) = await Commands(version, file);
            var exported = await Run([.. export, "--purpose", "to recompute tables"]);
            Assert.Equal((0, ""), (exported.ExitCode, exported.Errors));
            var again = await Typed.Run(estimate);
            Assert.Equal((0, ""), (again.ExitCode, again.Errors));
            using var rows = JsonDocument.Parse(again.Output);
            Assert.Equal(await Table(version), rows.RootElement[0].GetProperty("estimate").GetDouble(), 1e-9);
        }

        var wrong = await Typed.Run((await Commands(After, _folder.Of(versions[0] + Recomputation.Data))).Estimate);
        Assert.Equal((1, ""), (wrong.ExitCode, wrong.Output));
        Assert.Contains($"No row has index={After}. There are: small-index@1.0.0.", wrong.Errors, StringComparison.Ordinal);
    }

    /// <returns>Those that the table names, with the file in place of theirs; the export without its purpose.</returns>
    private async Task<(string[] Export, string[] Estimate)> Commands(string index, string file)
    {
        using var table = JsonDocument.Parse((await Result(index)).Output);
        var recompute = table.RootElement.GetProperty("recompute").GetString()!;
        Assert.Contains(" --purpose \"to recompute tables\" ", recompute, StringComparison.Ordinal);
        var commands = recompute
            .Replace(" --purpose \"to recompute tables\"", "", StringComparison.Ordinal)
            .Replace(Recomputation.Data, file, StringComparison.Ordinal)
            .Split('\n');
        return (commands[0].Split(' '), commands[1].Split(' '));
    }

    [Fact]
    public async Task A_file_with_a_mistake_is_told_with_its_place_and_nothing_is_added()
    {
        await Collect();
        var file = Write(Version().Replace("question: uses_ai", "question: uses_it", StringComparison.Ordinal));

        var refused = await Run("study", "index", "add", "small-study", file);

        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Matches("index.yaml:1[0-9]:[0-9]+: .*uses_it", refused.Errors);
        Assert.DoesNotContain("added", (await Run("study", "status", "small-study")).Output, StringComparison.Ordinal);
        Assert.Contains($"no index '{After}'", (await Result(After)).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_added_beside_a_running_server_and_readers_are_told_when_it_is_shown()
    {
        await Collect();
        Write(Version());
        using var server = await ServerProcess.Start(_folder.Of("data"), "http://127.0.0.1:0");

        var added = await TypedProcess.Run(_folder.Location, "study", "index", "add", "small-study", "next.yaml");
        var seen = await TypedProcess.Run(_folder.Location, "result", "table", "small-study", "--index", After, "--role", "operator");
        var refused = await TypedProcess.Run(_folder.Location, "result", "table", "small-study", "--index", After, "--role", "economist");

        Assert.Equal((0, ""), (added.ExitCode, added.Errors));
        Assert.EndsWith($"{After}: {Companies} of {Companies} responses scored\n", added.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (seen.ExitCode, seen.Errors));
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("are shown once all is shown", refused.Errors, StringComparison.Ordinal);
    }

    private static string Small(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Small", file));

    private static string Version() =>
        Small("index.yaml")
            .Replace("version: 1.0.0", "version: 1.1.0", StringComparison.Ordinal)
            .Replace("some: 50", "some: 100", StringComparison.Ordinal);

    /// <summary>The small study in the field with companies that have submitted.</summary>
    private async Task Collect()
    {
        using var host = DmkServer.BuildInside(new ServerSettings(_folder.Of("data"), Repository.Questionnaires));
        await host.StartAsync(Cancellation);
        var (field, stratum) = (host.Services.GetRequiredService<FieldWork>(), ReportingCell.Of("SN", "construction", "S1"));
        await field.Publish(
            Small("questionnaire.yaml"),
            [Small("index.yaml")],
            Small("study.yaml"),
            [new FrameStratum(stratum, 400, 40)],
            Origin.Synthetic,
            Cancellation
        );
        await field.AddSample(
            "small-study",
            [.. Enumerable.Range(1, Companies).Select(number => new SampledUnit($"U{number}", stratum, $"Firma {number}", 5))],
            new Progress<(int, int)>(),
            Cancellation
        );
        await field.Open("small-study", Cancellation);
        var channel = new GrainChannel(host.Services);
        foreach (var (number, letter) in (await field.IssueCodes("small-study", Companies, Cancellation)).Index())
        {
            var visit = await channel.Enter(letter.AccessCode, Cancellation);
            var answers = new Dictionary<string, Answer>
            {
                ["uses_ai"] = new Answer.Coded(number % 2 == 0 ? "some" : "wide"),
                ["online_share"] = new Answer.Number(number * 5),
            };
            await channel.Submit(visit, visit.Revision, "key", answers, new Dictionary<string, string>(), Cancellation);
        }

        await host.StopAsync(CancellationToken.None);
    }

    private async Task<double> Table(string index)
    {
        var typed = await Result(index);
        Assert.Equal((0, ""), (typed.ExitCode, typed.Errors));
        using var table = JsonDocument.Parse(typed.Output);
        var named = table.RootElement.GetProperty("index");
        Assert.Equal(index.EndsWith("1.1.0", StringComparison.Ordinal) ? "1.1.0" : "1.0.0", named.GetProperty("version").GetString());
        return table.RootElement.GetProperty("cells")[0].GetProperty("estimate").GetDouble();
    }

    private Task<Typed> Result(string index) =>
        Run("result", "table", "small-study", "--index", index, "--role", "operator", "--format", "json");

    private Task<Typed> Run(params string[] arguments) => Typed.Run([.. arguments, "--data", _folder.Of("data")]);

    private string Write(string yaml)
    {
        File.WriteAllText(_folder.Of("next.yaml"), yaml);
        return _folder.Of("next.yaml");
    }
}
