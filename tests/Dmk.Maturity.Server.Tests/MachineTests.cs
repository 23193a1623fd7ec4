using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dmk.Maturity.Server.Tests;

/// <summary>What is typed works in the folder where it is typed, and what a machine lacks is said at the start.</summary>
public sealed partial class MachineTests
{
    private const string Ours = "dotnet run --project src/Dmk.Maturity.Server -- ";

    [Theory]
    [InlineData("TZDIR", "/nowhere", "Europe/Berlin")]
    [InlineData("TMPDIR", "/nowhere", "temporary files")]
    public async Task What_the_machine_lacks_is_one_sentence_at_the_start(string variable, string value, string words)
    {
        using var folder = new TemporaryFolder();

        var typed = await Run(folder.Location, ["serve", "--urls", "http://127.0.0.1:0"], (variable, value));

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains(words, Assert.Single(typed.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Location));
    }

    [Fact]
    public async Task A_folder_of_questionnaires_that_is_not_there_is_named()
    {
        using var folder = new TemporaryFolder();

        var typed = await Typed.Run("serve", "--data", folder.Of("data"), "--questionnaires", folder.Of("nothing"));

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains(folder.Of("nothing"), Assert.Single(typed.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Of("data")));
    }

    /// <summary>Each row: what stands in the file, and words of the one sentence.</summary>
    [Theory]
    [InlineData("unit_id,name,access_code\na,b,c\n", "codes.csv:1: expected the columns unit_id, name, land, stratum, access_code")]
    [InlineData("unit_id,name,land,stratum,access_code\na,b,c\n", "codes.csv")]
    [InlineData("", "codes.csv")]
    public async Task A_file_of_codes_of_another_form_is_one_sentence(string text, string words)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Of("codes.csv"), text, TestContext.Current.CancellationToken);

        var typed = await Typed.Run("simulate", "--codes", folder.Of("codes.csv"), "--questionnaires", Repository.Questionnaires);

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains(words, typed.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("should not have happened", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dotnet_run_starts_in_the_folder_where_it_is_typed()
    {
        using var folder = new TemporaryFolder();
        Copy(Repository.Questionnaires, folder.Of("mine"));
        var project = Path.Combine(Repository.Root, "src", "Dmk.Maturity.Server");
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;

        var typed = await Start(
            folder.Location,
            [
                "run",
                "--no-build",
                "--configuration",
                configuration,
                "--project",
                project,
                "--",
                "questionnaire",
                "check",
                "mine/pilotstudie-wirtschaft",
            ]
        );

        Assert.True(typed.ExitCode == 0, typed.Output + typed.Errors);
        Assert.Contains("3 files, 0 errors", typed.Output, StringComparison.Ordinal);
    }

    /// <summary>In a folder with the repository's questionnaires, in the order in which they stand. Servers are started, and stopped when
    /// they say that they are ready.</summary>
    [Fact]
    public async Task Every_command_line_of_the_documentation_works_as_it_stands()
    {
        using var folder = new TemporaryFolder();
        Copy(Repository.Questionnaires, folder.Of("questionnaires"));
        var run = 0;
        foreach (var line in Documents().SelectMany(CommandLines))
        {
            if (line.StartsWith("cp -r ", StringComparison.Ordinal) && line.Split(' ') is [_, _, var from, var to])
            {
                Copy(folder.Of(from), folder.Of(to));
            }
            else if (line.StartsWith(Ours, StringComparison.Ordinal))
            {
                var arguments = line[Ours.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var typed = await Run(folder.Location, arguments[0] == "serve" ? [.. arguments, .. _small] : arguments);
                Assert.True(typed.ExitCode == 0, $"{line}\n{typed.Output}{typed.Errors}");
                Assert.Empty(typed.Errors);
                run++;
            }
        }

        Assert.True(run >= 2, "The documentation has lost its command lines, or this test no longer finds them.");
    }

    /// <summary>For one command, the building of a demonstration of 100 companies included.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(4);

    private static readonly string[] _small = ["--demo-sample", "100", "--urls", "http://127.0.0.1:0"];

    private static IEnumerable<string> Documents() =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Prepend(Path.Combine(Repository.Root, "README.md"));

    /// <summary>Lines of fenced blocks, without the remarks behind them.</summary>
    private static IEnumerable<string> CommandLines(string document) =>
        Fenced()
            .Matches(File.ReadAllText(document))
            .SelectMany(block => block.Groups[1].Value.Split('\n'))
            .Select(line => line.Split(" #")[0].Trim());

    private static Task<Typed> Run(string folder, string[] arguments, params (string Name, string Value)[] variables) =>
        Start(folder, [Repository.Program, .. arguments], variables);

    private static async Task<Typed> Start(string folder, string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Array.ForEach(arguments, start.ArgumentList.Add);
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(_patience);
        var output = new System.Text.StringBuilder();
        try
        {
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                output.AppendLine(CultureInfo.InvariantCulture, $"{line}");
                if (line.StartsWith("Ready:", StringComparison.Ordinal))
                {
                    return new(0, output.ToString(), "");
                }
            }

            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, output.ToString(), await errors);
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{string.Join(' ', arguments)} neither ends nor says that it is ready:\n{output}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [GeneratedRegex("^```[a-z]*\\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
