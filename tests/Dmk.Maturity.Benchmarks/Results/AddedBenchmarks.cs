using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Benchmarks;

/// <summary>What readers see under a version of the pilot's index that is added when all is shown, beside what the version before shows,
/// and how long it takes to decide. <c>added 2000</c> does so for three versions, of the demonstration with 2,000 invited.</summary>
internal static partial class AddedBenchmarks
{
    private static readonly IReadOnlyDictionary<string, Func<string, string>> _versions = new Dictionary<string, Func<string, string>>
    {
        ["an indicator weighs 3 instead of 2"] = yaml => Changed(yaml, "weight: 2\n          question: strategy_plan", "2", "3"),
        ["a dimension weighs twice as much"] = yaml =>
            Dimension()
                .Replace(
                    yaml.Replace(
                        "  weights: equal\n  missing: { atLeast: { share: 0.6",
                        "  missing: { atLeast: { share: 0.6",
                        StringComparison.Ordinal
                    ),
                    found => $"{found.Value}\n      weight: {(found.Groups[1].Value == "strategy" ? 2 : 1)}"
                ),
        ["another goalpost of an indicator"] = yaml => Changed(yaml, "low: 0, high: 60, outside", "60", "80"),
    };

    public static void Run(int invited, TextWriter output)
    {
        foreach (var (name, change) in _versions)
        {
            var answers = new DemoAnswers(invited, yaml => change(Changed(yaml, "version: 2.0.1", "2.0.1", "9.0.0")));
            output.WriteLine(Invariant($"{invited} invited, {answers.Companies} answered: {name}"));
            Decide(answers, output);
        }
    }

    private static void Decide(DemoAnswers answers, TextWriter output)
    {
        var (design, models) = (answers.Study.Design, answers.Study.Indices);
        var (family, both) = (new NodeFamily(models), new NodeFamily([.. models, answers.Added!]));
        var waiting = answers.Groups();
        var histories = ShownSets.Advance(design, family, waiting, 1, ShownExtent.Whole);
        CompanyGroup[] groups = [.. waiting.Zip(histories, (group, history) => group with { History = history })];
        var older = NodeDecisions.Of(design, family, groups, null, 1);
        var under = answers.GroupsUnderAdded(groups);
        using var process = Process.GetCurrentProcess();
        var (began, worked) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        var newer = AddedDecisions.Of(design, both, under, older, null);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        process.Refresh();
        var work = (process.TotalProcessorTime - worked).TotalMilliseconds;
        output.WriteLine(Invariant($"decided in {took:0} ms, {work:0} ms of processor time: {Fingerprint(newer)}"));
        foreach (var (table, by) in new EntryOrder(design).Tables.Index())
        {
            output.WriteLine(
                Invariant($"  {(by.Count == 0 ? "in total" : "by " + string.Join(" and ", by)), -20}")
                    + string.Join(
                        "; ",
                        new[] { "index", "dimensions", "below" }.Select(
                            (name, depth) =>
                                $"{name} {Shown(under, older, models[0], 0, table, by, depth)} -> "
                                + Shown(under, newer, answers.Added!, family.Count, table, by, depth)
                        )
                    )
            );
        }
    }

    /// <summary>The same for the same decisions.</summary>
    private static string Fingerprint(ShownDecisions decisions)
    {
        var withheld = decisions
            .Nodes.Index()
            .SelectMany(node => node.Item.Index().SelectMany(table => table.Item.Select(cell => (node, table, cell))))
            .Select(one => Invariant($"{one.node.Index} {one.table.Index} {one.cell.Key} {one.cell.Value}"));
        var all = string.Join('\n', withheld.Order(StringComparer.Ordinal));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..16];
    }

    /// <summary>How many figures there are and are shown.</summary>
    private static string Shown(
        CompanyGroup[] groups,
        ShownDecisions decisions,
        IndexModel model,
        int first,
        int table,
        IReadOnlyList<ReportingVariable> by,
        int depth
    )
    {
        var (all, shown) = (0, 0);
        foreach (var node in model.Nodes.Where(node => Math.Min(node.Depth, 2) == depth))
        {
            var withheld = decisions.Nodes[node.Index][table];
            string[] cells =
            [
                .. groups
                    .Where(group => group.History[table] > 0 && group.Scores[first + node.Index])
                    .Select(group => string.Join(ReportingCell.Separator, by.Select(variable => variable.CodeOf(group.Cell))))
                    .Distinct(),
            ];
            (all, shown) = (all + cells.Length, shown + cells.Count(cell => !withheld.ContainsKey(cell)));
        }

        return Invariant($"{shown} of {all}");
    }

    private static string Changed(string yaml, string within, string from, string to)
    {
        var at = yaml.IndexOf(within, StringComparison.Ordinal);
        return at < 0 || yaml.IndexOf(within, at + 1, StringComparison.Ordinal) >= 0
            ? throw new InvalidOperationException($"The index holds '{within}' not once.")
            : string.Concat(yaml.AsSpan(0, at), within.Replace(from, to, StringComparison.Ordinal), yaml.AsSpan(at + within.Length));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^    - id: (\\w+)$", RegexOptions.Multiline)]
    private static partial Regex Dimension();
}
