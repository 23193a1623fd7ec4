using System.Diagnostics;

namespace Dmk.Maturity.Server.Tests;

/// <summary>A file that nothing is stored in, as a named pipe, is refused and never waited for.</summary>
public sealed class NamedPipeTests : IDisposable
{
    private const string Said = "no regular file but a named pipe or a device";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("check")]
    [InlineData("preview")]
    [InlineData("test")]
    [InlineData("print")]
    [InlineData("codebook")]
    [InlineData("publish")]
    [InlineData("burden")]
    public async Task A_questionnaire_that_is_a_pipe_is_refused(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        await Typed.Run("questionnaire", "new", "hw", "--folder", _folder.Location);
        Pipe("hw/questionnaire.yaml");
        Directory.CreateDirectory(_folder.Of("data"));
        string[] data = command == "publish" ? ["--data", _folder.Of("data")] : [];

        var typed = await InTime("questionnaire", [command, _folder.Of("hw"), .. data]);

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains(Said, typed.Output + typed.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("index.yaml", true)]
    [InlineData("study.yaml", true)]
    [InlineData("../beside/index.yaml", false)]
    [InlineData("../beside/study.yaml", false)]
    public async Task A_pipe_beside_the_questionnaire_is_not_waited_for(string name, bool isSaid)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        await Typed.Run("questionnaire", "new", "hw", "--folder", _folder.Location);
        Directory.CreateDirectory(_folder.Of("beside"));
        Pipe(Path.Combine("hw", name));

        var typed = await InTime("questionnaire", ["check", _folder.Of("hw")]);
        await InTime("questionnaire", ["test", _folder.Of("hw")]);

        Assert.Equal(isSaid ? 1 : 0, typed.ExitCode);
        Assert.Equal(isSaid, typed.Output.Contains(Said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("restore", "pipe")]
    [InlineData("restore", "empty")]
    [InlineData("verify", "pipe")]
    [InlineData("verify", "empty")]
    public async Task A_backup_that_is_a_pipe_or_empty_is_refused(string command, string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        Pipe("pipe");
        await File.WriteAllTextAsync(_folder.Of("empty"), "", TestContext.Current.CancellationToken);
        string[] data = command == "restore" ? ["--data", _folder.Of("data")] : [];

        var typed = await InTime(command, [_folder.Of(name), .. data]);

        Assert.NotEqual(0, typed.ExitCode);
        Assert.Contains(Said, typed.Output + typed.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Of("data")));
    }

    [Fact]
    public async Task A_link_to_a_pipe_is_a_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        Pipe("pipe");
        File.CreateSymbolicLink(_folder.Of("questionnaire.yaml"), _folder.Of("pipe"));

        var typed = await InTime("questionnaire", ["check", _folder.Of("questionnaire.yaml")]);

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains(Said, typed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("simulate", "--codes")]
    [InlineData("sample draw --study x --data .", "--allocation")]
    [InlineData("estimate --strata s --variable v", "--data")]
    public async Task Other_files_that_are_pipes_are_refused(string command, string option)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        Pipe("file");
        var words = command.Split(' ');

        var typed = await InTime(words[0], [.. words[1..], option, _folder.Of("file")]);

        Assert.NotEqual(0, typed.ExitCode);
        Assert.Contains(Said, typed.Errors, StringComparison.Ordinal);
    }

    private static Task<Typed> InTime(string command, string[] more) =>
        Task.Run(() => Typed.Run([command, .. more]), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    private void Pipe(string name)
    {
        File.Delete(_folder.Of(name));
        using var made = Process.Start("mkfifo", [_folder.Of(name)]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }
}
