using System.Text.Json;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Server.Tests;

/// <summary>Publishing further versions from the command line.</summary>
public sealed class RevisionCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_study_in_the_field_is_revised_and_its_status_says_so()
    {
        await PublishStudy();

        var revised = await Run("study", "revise", "small-study", Write(Edited("1.1.0", "max: 500000", "max: 600000")));

        Assert.Equal((0, ""), (revised.ExitCode, revised.Errors));
        Assert.StartsWith(
            "sections.company/questions.employed/max: limit-loosened: drafts carry on, results slightly shifted\n",
            revised.Output,
            StringComparison.Ordinal
        );
        Assert.Matches(
            "\n1 change from small 1.0.0 to 1.1.0: drafts carry on, results slightly shifted\nsmall-study asks small 1.1.0: "
                + "[0-9a-f]{64}\n$",
            revised.Output
        );
        Assert.Contains("asks small 1.0.0, 1.1.0\n", (await Run("study", "status", "small-study")).Output, StringComparison.Ordinal);
        using var status = JsonDocument.Parse((await Run("study", "status", "small-study", "--format", "json")).Output);
        Assert.Equal(
            ["1.0.0", "1.1.0"],
            status.RootElement.GetProperty("questionnaires").EnumerateArray().Select(one => one.GetProperty("version").GetString())
        );
    }

    [Fact]
    public async Task What_may_not_follow_is_a_fault_with_its_reason()
    {
        await PublishStudy();
        var tooLow = Write(Edited("1.0.1", "max: 500000", "max: 600000"));

        var revised = await Run("study", "revise", "small-study", tooLow);

        Assert.Equal((1, ""), (revised.ExitCode, revised.Output));
        Assert.Contains(
            "the changes demand 1.1.0 or higher (limit-loosened at sections.company/questions.employed/max)",
            revised.Errors,
            StringComparison.Ordinal
        );
        Assert.Equal(1, (await Run("study", "revise", "other", tooLow)).ExitCode);
        Assert.Contains("asks small 1.0.0\n", (await Run("study", "status", "small-study")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_questionnaire_is_published_once_and_never_changed()
    {
        Directory.CreateDirectory(_folder.Of("data"));
        var first = await Run("questionnaire", "publish", Write(Small("questionnaire.yaml")));
        Assert.Equal((0, ""), (first.ExitCode, first.Errors));
        Assert.Matches("^small 1.0.0 is published: [0-9a-f]{64}\n$", first.Output);
        Assert.Equal(first, await Run("questionnaire", "publish", Write(Small("questionnaire.yaml"))));

        var changed = await Run("questionnaire", "publish", Write(Edited("1.0.0", "max: 500000", "max: 600000")));
        Assert.Equal(1, changed.ExitCode);
        Assert.Contains("already-published", changed.Errors, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string, string> Unpublishable =>
        new()
        {
            // A check that can never hold: nobody could submit any more.
            {
                "checks:\n",
                "checks:\n  - { id: never, level: hard, must: \"employed < 0\", message: { de: \"Nie.\", en: \"Never.\" } }\n",
                "{ id: never",
                "check-never-holds"
            },
        };

    [Theory]
    [MemberData(nameof(Unpublishable))]
    public async Task What_nobody_could_answer_is_neither_published_nor_revised(string find, string put, string at, string code)
    {
        await PublishStudy();
        var yaml = Edited("1.1.0", find, put);
        var line = yaml[..yaml.IndexOf(at, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
        var file = Write(yaml);

        foreach (
            var command in (string[][])
                [
                    ["study", "revise", "small-study", file],
                    ["questionnaire", "publish", file],
                ]
        )
        {
            var refused = await Run(command);

            Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
            Assert.Contains(code, refused.Errors, StringComparison.Ordinal);
            Assert.Contains($"questionnaire.yaml:{line}:", refused.Errors, StringComparison.Ordinal);
        }

        Assert.Contains("asks small 1.0.0\n", (await Run("study", "status", "small-study")).Output, StringComparison.Ordinal);
    }

    private static string Small(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Small", file));

    private static string Edited(string version, string find, string put)
    {
        Assert.Contains(find, Small("questionnaire.yaml"), StringComparison.Ordinal);
        return Small("questionnaire.yaml")
            .Replace("version: 1.0.0", $"version: {version}", StringComparison.Ordinal)
            .Replace(find, put, StringComparison.Ordinal);
    }

    private async Task PublishStudy()
    {
        using var host = DmkServer.BuildInside(new ServerSettings(_folder.Of("data"), Repository.Questionnaires));
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host
            .Services.GetRequiredService<FieldWork>()
            .Publish(
                Small("questionnaire.yaml"),
                [Small("index.yaml")],
                Small("study.yaml"),
                [new FrameStratum(ReportingCell.Of("SN", "construction", "S1"), 400, 40)],
                Origin.Synthetic,
                TestContext.Current.CancellationToken
            );
        await host.StopAsync(CancellationToken.None);
    }

    private Task<Typed> Run(params string[] arguments) => Typed.Run([.. arguments, "--data", _folder.Of("data")]);

    private string Write(string yaml)
    {
        File.WriteAllText(_folder.Of("next.yaml"), yaml);
        return _folder.Of("next.yaml");
    }
}
