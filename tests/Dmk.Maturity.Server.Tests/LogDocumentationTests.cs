using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Dmk.Maturity.Server.Tests;

/// <summary>The table of log events in docs/operating.md lists what there is, and no number means two things.</summary>
public sealed partial class LogDocumentationTests
{
    private static readonly string[] _rooms =
    [
        "Questionnaires",
        "Statistics",
        "Indices",
        "Studies",
        "Storage",
        "Grains",
        "GraphQL",
        "Web",
        "Simulation",
        "Server",
    ];

    private sealed record Logged(string Id, string Name, string Level, string Category);

    [Fact]
    public void The_table_of_events_lists_exactly_those_that_are_logged()
    {
        var documented = Row()
            .Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "operating.md")))
            .Select(row => new Logged(row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value, row.Groups[4].Value));

        Assert.Equal(Events().OrderBy(one => one.Id, StringComparer.Ordinal), documented);
    }

    [Fact]
    public void Every_event_has_a_number_of_its_own() => Assert.Equal(Events().Count, Events().DistinctBy(one => one.Id).Count());

    [Fact]
    public void Every_event_has_a_name_of_its_own() => Assert.Equal(Events().Count, Events().DistinctBy(one => one.Name).Count());

    private static List<Logged> Events() =>
        [
            .. from room in _rooms
            from type in Assembly.Load($"Dmk.Maturity.{room}").GetTypes()
            from method in type.GetMethods(
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly
            )
            let logged = method.GetCustomAttribute<LoggerMessageAttribute>()
            where logged is not null
            select new Logged($"{logged.EventId}", logged.EventName ?? method.Name, $"{logged.Level}", type.FullName!),
        ];

    /// <summary>| 1001 | StudyPublished | Information | Dmk.Maturity.Grains.StudyJournal | meaning | what to do |</summary>
    [GeneratedRegex(@"^\| (-?\d+) \| `(\w+)` \| (\w+) \| `([\w.]+)` \| [^|]+ \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
