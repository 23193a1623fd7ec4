using System.Globalization;
using System.Text.RegularExpressions;

namespace Dmk.Maturity.Server.Tests;

/// <summary>The examples of docs/statistics.md: every file is written, every command line typed, and what is shown comes out.</summary>
public sealed partial class StatisticsPageTests : IDisposable
{
    private static readonly string _page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "statistics.md"))
        .ReplaceLineEndings("\n");

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Examples { get; } =
    [.. Example().Matches(_page).Select(one => (one.Groups["typed"].Value, one.Groups["shown"].Value))];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_examples_are_typed() => Assert.Equal(5, Examples.Count);

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_shows_what_comes_out(string typed, string shown)
    {
        foreach (Match file in DataFile().Matches(_page))
        {
            await File.WriteAllTextAsync(
                _folder.Of(file.Groups["name"].Value),
                file.Groups["text"].Value,
                TestContext.Current.CancellationToken
            );
        }

        var (command, cut) = typed.Split(" | cut -d, -f") is [var line, var fields] ? (line, fields) : (typed, "1-");
        var found = await Typed.Run([
            .. command.Split(' ').Select(word => word.EndsWith(".csv", StringComparison.Ordinal) ? _folder.Of(word) : word),
        ]);

        Assert.True(found.ExitCode == 0, found.Errors);
        string[] rows = [.. found.Output.TrimEnd('\n').Split('\n').Select(row => Cut(row, cut))];
        Assert.Equal(shown.Split('\n').Length, rows.Length);
        Assert.All(shown.Split('\n').Zip(rows), pair => Same(pair.First, pair.Second));
    }

    /// <summary>Numbers may differ in their last digits on another machine.</summary>
    private static void Same(string shown, string row)
    {
        var (expected, actual) = (shown.Split(','), row.Split(','));
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (one, other) in expected.Zip(actual))
        {
            if (
                double.TryParse(one, CultureInfo.InvariantCulture, out var number)
                && double.TryParse(other, CultureInfo.InvariantCulture, out var found)
            )
            {
                Assert.Equal(number, found, 1e-9 * Math.Abs(number));
            }
            else
            {
                Assert.Equal(one, other);
            }
        }
    }

    private static string Cut(string row, string fields)
    {
        var cells = row.Split(',');
        return string.Join(
            ',',
            fields
                .Split(',')
                .Select(range => range.Split('-'))
                .SelectMany(range =>
                {
                    var first = int.Parse(range[0], CultureInfo.InvariantCulture);
                    var last =
                        range.Length == 1 ? first
                        : range[1].Length == 0 ? cells.Length
                        : int.Parse(range[1], CultureInfo.InvariantCulture);
                    return cells[(first - 1)..last];
                })
        );
    }

    [GeneratedRegex("```text\n\\$ (?<typed>[^\n]+)\n(?<shown>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("```csv (?<name>[a-z.]+)\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex DataFile();
}
