using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

[assembly: AssemblyFixture(typeof(Dmk.Maturity.Statistics.Tests.Agreement))]

namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Counts what the tests of this project compare with the numbers of others. With UPDATE_AGREEMENT=1 a whole run writes
/// docs/trials/agreement.md.</summary>
public sealed class Agreement : IDisposable
{
    private static readonly Dictionary<string, string> _sets = new(StringComparer.Ordinal)
    {
        ["AsemTests"] = "asem (COINr)",
        ["PersonalityTests"] = "personality (psych)",
        ["TechnologyTests"] = "tai (OECD/JRC Handbook)",
        ["PilotCompositeTests"] = "pilot: composites (psych, base R)",
        ["MixTests"] = "pilot: standardisation, Kitagawa (base R)",
        ["ContrastsTests"] = "schools and pilot: contrasts, ranking (survey)",
        ["SchoolEstimatesTests"] = "schools: estimates (survey)",
        ["SchoolsTests"] = "schools: means (survey)",
        ["ColumnMeansTests"] = "speed (survey)",
        ["ReplicatesTests"] = "schools: replicates (survey)",
        ["PilotSampleTests"] = "pilot: calibrated estimates (survey)",
        ["PilotTests"] = "pilot: weights and domains (survey, base R)",
        ["FayHerriotTests"] = "pilot: Fay-Herriot (base R)",
    };

    private static readonly ConcurrentDictionary<(string Set, string Fact), Line> _lines = new();
    private static readonly ConcurrentDictionary<string, Line> _printed = new(StringComparer.Ordinal);

    /// <param name="asked">The tolerance, relative.</param>
    internal static void Compared(double expected, double actual, double asked)
    {
        var test = TestContext.Current.TestMethod;
        var type = TestContext.Current.TestClass?.TestClassName.Split('.')[^1];
        if (test is null || type is null || !_sets.TryGetValue(type, out var set))
        {
            return;
        }

        var difference = expected == 0 || double.IsNaN(expected) ? 0 : Math.Abs(actual - expected) / Math.Abs(expected);
        _lines.AddOrUpdate(
            (set, test.MethodName.Replace('_', ' ')),
            _ => new(1, difference, asked),
            (_, line) => new(line.Count + 1, Math.Max(line.Largest, difference), Math.Max(line.Asked, asked))
        );
    }

    /// <summary>A number that was published rounded.</summary>
    /// <param name="unit">Of its last digit; 0 for none.</param>
    internal static void Printed(double expected, double actual, double unit)
    {
        if (TestContext.Current.TestClass?.TestClassName.Split('.')[^1] is { } type && _sets.TryGetValue(type, out var set))
        {
            var difference = unit == 0 ? 0 : Math.Abs(actual - expected) / unit;
            _printed.AddOrUpdate(
                set,
                _ => new(1, difference, 0.5),
                (_, line) => new(line.Count + 1, Math.Max(line.Largest, difference), 0.5)
            );
        }
    }

    public void Dispose()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_AGREEMENT") == "1")
        {
            File.WriteAllText(Path.Combine(Reference.Root, "docs", "trials", "agreement.md"), Page());
        }
    }

    private static string Page()
    {
        var page = new StringBuilder(
            """
            # Agreement with the numbers of others

            What the tests of `tests/Dmk.Maturity.Statistics.Tests` compare with numbers that this project did not make
            (`reference/README.md` there says what each is and which command of R made it), and the largest relative
            difference that a run found. The tests themselves ask for the tolerance in the last column, and
            fail beyond it; where 0 or missing was expected, exactly that was found.
            Tables that were published rounded are compared to their last digit and stand at the end. Ranks and orders are compared exactly
            and not counted. Written by a run of these tests with `UPDATE_AGREEMENT=1`.

            | reference set | numbers | largest relative difference |
            |---|---|---|

            """.ReplaceLineEndings("\n")
        );
        foreach (var set in _lines.GroupBy(line => line.Key.Set).OrderBy(set => set.Key, StringComparer.Ordinal))
        {
            Row(page, set.Key, Shown(set.Sum(line => line.Value.Count)), Shown(set.Max(line => line.Value.Largest)));
        }

        Row(page, "all", Shown(_lines.Values.Sum(line => line.Count)), Shown(_lines.Values.Max(line => line.Largest)));
        page.Append("\n| reference set | fact | numbers | largest relative difference | asked |\n|---|---|---|---|---|\n");
        foreach (var ((set, fact), line) in _lines.OrderBy(line => line.Key.Set + line.Key.Fact, StringComparer.Ordinal))
        {
            Row(page, set, fact, Shown(line.Count), Shown(line.Largest), Shown(line.Asked));
        }

        page.Append("\n| published rounded | numbers | largest difference in units of the last digit |\n|---|---|---|\n");
        foreach (var (set, line) in _printed.OrderBy(line => line.Key, StringComparer.Ordinal))
        {
            Row(page, set, Shown(line.Count), line.Largest.ToString("0.000", CultureInfo.InvariantCulture));
        }

        return page.ToString();
    }

    private static void Row(StringBuilder page, params string[] cells) => page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Shown(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Shown(double difference) => difference == 0 ? "0" : difference.ToString("0.0e-0", CultureInfo.InvariantCulture);

    private sealed record Line(long Count, double Largest, double Asked);
}
