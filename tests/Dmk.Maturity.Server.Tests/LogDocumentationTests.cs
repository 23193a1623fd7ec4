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

    /// <summary>A JSON line writes them as Americans do, whatever the message says; what is logged is a text in ISO 8601.</summary>
    [Fact]
    public void No_event_takes_a_date_or_a_time_of_day() =>
        Assert.DoesNotContain(
            Methods().SelectMany(method => method.GetParameters()),
            parameter =>
                (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) is var type
                && (type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeOnly))
        );

    /// <summary>"1 companies": a number in a message stands behind what it counts.</summary>
    [Fact]
    public void No_message_puts_a_plural_behind_a_number() =>
        Assert.DoesNotContain(
            Methods().Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()!.Message),
            message => Plural().IsMatch(message)
        );

    [Fact]
    public void Every_event_has_a_number_of_its_own() => Assert.Equal(Events().Count, Events().DistinctBy(one => one.Id).Count());

    [Fact]
    public void Every_event_has_a_name_of_its_own() => Assert.Equal(Events().Count, Events().DistinctBy(one => one.Name).Count());

    private static List<Logged> Events() =>
        [
            .. from method in Methods()
            let logged = method.GetCustomAttribute<LoggerMessageAttribute>()
            select new Logged($"{logged.EventId}", logged.EventName ?? method.Name, $"{logged.Level}", method.DeclaringType!.FullName!),
        ];

    private static IEnumerable<MethodInfo> Methods() =>
        from room in _rooms
        from type in Assembly.Load($"Dmk.Maturity.{room}").GetTypes()
        from method in type.GetMethods(
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly
        )
        where method.GetCustomAttribute<LoggerMessageAttribute>() is not null
        select method;

    /// <summary>"{Companies} companies", but not "{Study} has been".</summary>
    [GeneratedRegex(@"\{\w+\} (access codes|companies|responses|requests|submissions|strata|studies|files|errors)\b")]
    private static partial Regex Plural();

    /// <summary>| 1001 | StudyPublished | Information | Dmk.Maturity.Grains.StudyJournal | meaning | what to do |</summary>
    [GeneratedRegex(@"^\| (-?\d+) \| `(\w+)` \| (\w+) \| `([\w.]+)` \| [^|]+ \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
