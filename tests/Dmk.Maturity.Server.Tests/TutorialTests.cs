using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;

namespace Dmk.Maturity.Server.Tests;

/// <summary>The tutorial for authors, typed as it stands: its files are written, its commands run in order, and what they print is what the
/// page shows.</summary>
public sealed partial class TutorialTests : IAsyncDisposable
{
    private const string Prompt = "$ dmk ";

    private readonly TemporaryFolder _folder = new();
    private WebApplication? _server;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Page { get; } =
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "authors", "tutorial.md")).ReplaceLineEndings("\n");

    private string Data => _folder.Of("data");

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_the_tutorial_shows_is_what_happens()
    {
        foreach (var part in (string[])["classifications", "schema"])
        {
            Copy(Path.Combine(Repository.Questionnaires, part), _folder.Of(Path.Combine("questionnaires", part)));
        }

        foreach (Match block in Block().Matches(Page))
        {
            if (block.Groups["file"].Success)
            {
                await File.WriteAllTextAsync(_folder.Of(block.Groups["file"].Value), block.Groups["text"].Value + "\n", Cancellation);
                continue;
            }

            foreach (var (words, shown) in Commands(block.Groups["text"].Value))
            {
                switch (words)
                {
                    case ["questionnaire", "preview", var path]:
                        await Preview(At(path));
                        break;
                    case ["serve"]:
                        _server = DmkServer.Build(
                            new ServerSettings(Data, Repository.Questionnaires, "http://127.0.0.1:0") { Commands = CommandLine.Run }
                        );
                        await _server.StartAsync(Cancellation);
                        await Answers(_server);
                        break;
                    default:
                        await Run(words, shown, _server?.Urls.Single());
                        break;
                }
            }
        }
    }

    [Fact]
    public void Its_survey_has_ten_questions() =>
        Assert.Equal(
            10,
            Regex.Count(
                Block()
                    .Matches(Page)
                    .First(block => block.Groups["file"].Value.EndsWith("questionnaire.yaml", StringComparison.Ordinal))
                    .Value,
                "^      - id: ",
                RegexOptions.Multiline
            )
        );

    [Theory]
    [InlineData("a\nb\n", "a\nb", true)]
    [InlineData("a\nx\ny\nb\n", "a\n...\nb", true)]
    [InlineData("a 17\nb\n", "a ...\nb", true)]
    [InlineData("a\nx\nb\n", "a\nb", false)]
    [InlineData("a\nb\nc\n", "a\nb", false)]
    public void Dots_stand_for_what_differs_and_for_nothing_else(string printed, string shown, bool isSame) =>
        Assert.Equal(isSame, Regex.IsMatch(printed, Pattern(shown)));

    private async Task Run(string[] words, string shown, string? url)
    {
        var typed = await Typed.Run([.. words.Select(At), .. Places(words, url)]);

        // Progress of simulate goes to the error stream.
        Assert.True(typed.ExitCode == 0, $"{string.Join(' ', words)}: {typed.Errors}{typed.Output}");
        var printed = typed.Output.Replace(_folder.Location + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        Assert.True(Regex.IsMatch(printed, Pattern(shown)), $"{string.Join(' ', words)} prints\n{printed}");
    }

    /// <summary>What stands for the folder in which a reader types.</summary>
    private string[] Places(string[] words, string? url) =>
        words switch
        {
            ["questionnaire", "new", ..] => ["--folder", At("questionnaires")],
            ["questionnaire", ..] => [],
            ["simulate", ..] => ["--url", url!],
            _ => ["--data", Data],
        };

    private string At(string word) =>
        word.StartsWith("questionnaires", StringComparison.Ordinal) || NamedFile().IsMatch(word) ? _folder.Of(word) : word;

    private static async Task Preview(string path)
    {
        await using var preview = PreviewServer.Build(path, "http://127.0.0.1:0");
        await preview.StartAsync(Cancellation);
        Assert.Contains("Digitales im Betrieb", await Answers(preview), StringComparison.Ordinal);
        await preview.StopAsync(Cancellation);
    }

    private static async Task<string> Answers(WebApplication server)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(server.Urls.Single()), Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    /// <summary>Ctrl+C.</summary>
    private async Task Stop()
    {
        if (_server is not null)
        {
            await _server.StopAsync(CancellationToken.None);
            await _server.DisposeAsync();
            _server = null;
        }
    }

    private static IEnumerable<(string[] Words, string Shown)> Commands(string console) =>
        console
            .Split(Prompt, StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split('\n', 2))
            .Select(one => (one[0].Split(' '), one.ElementAtOrDefault(1)?.TrimEnd('\n') ?? ""));

    private static string Pattern(string shown) =>
        "^"
        + Regex
            .Escape(shown)
            .Replace(@"\.\.\.\n", @"(?s:.*?)", StringComparison.Ordinal)
            .Replace(@"\.\.\.", @"(?s:.*)", StringComparison.Ordinal)
        + "\\s*$";

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    [GeneratedRegex(
        @"(?:^`(?<file>[^`\n]+)`:\n\n```(?:yaml|csv)|^```console)\n(?<text>.*?)\n```",
        RegexOptions.Singleline | RegexOptions.Multiline
    )]
    private static partial Regex Block();

    [GeneratedRegex(@"^[a-z]+\.(csv|yaml)$")]
    private static partial Regex NamedFile();
}
