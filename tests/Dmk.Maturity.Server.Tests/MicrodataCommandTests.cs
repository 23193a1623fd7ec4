using System.Diagnostics;

namespace Dmk.Maturity.Server.Tests;

/// <summary><c>microdata export</c>: what it refuses, notes and leaves out.</summary>
public sealed class MicrodataCommandTests(PreparedDemo demo) : IDisposable
{
    private const string Why = "replication of table 3 for the ministry";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_export_is_noted_with_its_purpose_and_written_for_its_owner_alone()
    {
        await demo.CopyTo(_folder.Of("data"));

        var typed = await Export("--purpose", Why, "--out", _folder.Of("out.csv"), "--answers");
        var audit = await Typed.Run("audit", "list", "--data", _folder.Of("data"), "--questionnaires", Repository.Questionnaires);

        Assert.Equal((0, ""), (typed.ExitCode, typed.Errors));
        Assert.Contains("microdata.export", audit.Output, StringComparison.Ordinal);
        Assert.Contains($"dmk-reifegrad with answers: {Why}", audit.Output, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.Of("out.csv")));
        }

        var lines = await File.ReadAllLinesAsync(_folder.Of("out.csv"), TestContext.Current.CancellationToken);
        var (names, rows) = (lines[0].Split(','), lines.Skip(1).Select(line => line.Split(',')).ToList());
        Assert.Contains("answer.ai_use", names);
        Assert.DoesNotContain("answer.remarks", names);
        Assert.All(rows, row => Assert.Equal(names.Length, row.Length));
        Assert.Contains("notAsked", rows.Select(row => row[Array.IndexOf(names, "answer.ai_uses.speech")]));
        Assert.Contains("in_use", rows.Select(row => row[Array.IndexOf(names, "answer.ai_uses.speech")]));
        Assert.Contains($"{rows.Count} companies written", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_there_already_is_not_written_over_and_a_pipe_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        await demo.CopyTo(_folder.Of("data"));
        await File.WriteAllTextAsync(_folder.Of("out.csv"), "mine", TestContext.Current.CancellationToken);
        using (var made = Process.Start("mkfifo", _folder.Of("pipe")))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var file = await Export("--purpose", Why, "--out", _folder.Of("out.csv"));
        var pipe = await Export("--purpose", Why, "--out", _folder.Of("pipe"));

        Assert.Equal(1, file.ExitCode);
        Assert.Contains("exists already", file.Errors, StringComparison.Ordinal);
        Assert.Equal(1, pipe.ExitCode);
        Assert.Contains("exists already", pipe.Errors, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder.Of("out.csv"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nothing_is_written_without_a_purpose_or_under_an_index_that_is_not_there()
    {
        await demo.CopyTo(_folder.Of("data"));

        var silent = await Export("--out", _folder.Of("out.csv"));
        var brief = await Export("--purpose", "x", "--out", _folder.Of("out.csv"));
        var unknown = await Export("--purpose", Why, "--out", _folder.Of("out.csv"), "--index", "dii");
        var uncalibrated = await Export("--purpose", Why, "--out", _folder.Of("out.csv"), "--totals", _folder.Of("totals.csv"));

        Assert.Equal((2, 2, 1, 1), (silent.ExitCode, brief.ExitCode, unknown.ExitCode, uncalibrated.ExitCode));
        Assert.Contains("It has dmk-reifegrad, eurostat-dii, edih-dma.", unknown.Errors, StringComparison.Ordinal);
        Assert.Contains("does not calibrate", uncalibrated.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Of("out.csv")));
    }

    private Task<Typed> Export(params string[] more) =>
        Typed.Run([
            "microdata",
            "export",
            DemoServer.Study,
            .. more,
            "--data",
            _folder.Of("data"),
            "--questionnaires",
            Repository.Questionnaires,
        ]);
}
