using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Benchmarks;

/// <summary>What it costs to decide what readers see, stage by stage: the first time in a process and again, and of a state that follows
/// another. <c>decisions 12000 3</c> decides three times on the demonstration with 12,000 invited. Ends with a fingerprint of all that
/// was decided.</summary>
internal sealed class DecisionBenchmarks(DecisionAnswers answers, TextWriter output)
{
    private const int LateInAHundred = 1;

    private readonly StringBuilder _seen = new();

    /// <param name="kept">See <see cref="DecisionAnswers"/>.</param>
    public static void Run(int invited, int rounds, string? kept, TextWriter output)
    {
        var began = Stopwatch.GetTimestamp();
        var answers = new DecisionAnswers(invited, kept);
        var benchmarks = new DecisionBenchmarks(answers, output);
        output.WriteLine(
            Invariant($"{answers.Companies} answers of {invited}, made in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s.")
        );
        for (var round = 0; round < rounds; round++)
        {
            benchmarks.Round(round);
        }
    }

    private void Round(int round)
    {
        var (study, family) = (answers.Study, new NodeFamily(answers.Study.Indices));
        var waiting = answers.Groups(LateInAHundred);
        output.WriteLine(Invariant($"Round {round + 1}, {waiting.Length} groups of companies"));
        _ = _seen.Clear();
        var entered = Time("companies enter", () => ShownSets.Advance(study.Design, family, waiting, 1, ShownExtent.Whole));
        CompanyGroup[] groups = [.. waiting.Zip(entered, (group, history) => group with { History = history })];
        var first = Time("nodes", () => NodeDecisions.Of(study.Design, family, groups, null, 1));
        See(groups, first.Nodes);
        var (parted, truths) = answers.Conditioned(groups);
        var conditions = Time("conditions", () => ConditionDecisions.Of(study.Design, family, parted, truths, first));
        See([], conditions.Nodes);
        var table = PersonDecisions.TableOf(new(study.Design), groups.Select(group => group.History), 1);
        var persons = answers.Persons(family, groups, table);
        var perPerson = Time("persons employed", () => PersonDecisions.Of(study.Design, family, study.Frame, persons, first, table));
        See([], perPerson);

        var all = Followed(groups, answers.Groups());
        var later = Time(
            "one in a hundred more: companies enter",
            () => ShownSets.Advance(study.Design, family, all, 2, ShownExtent.Whole)
        );
        CompanyGroup[] after = [.. all.Zip(later, (group, history) => group with { History = history })];
        var second = Time("one in a hundred more: nodes", () => NodeDecisions.Of(study.Design, family, after, first, 1));
        See(after, second.Nodes);
        output.WriteLine(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(_seen.ToString()))));
    }

    /// <summary>Those who had answered before with their histories, and those who have answered since without one.</summary>
    private static CompanyGroup[] Followed(CompanyGroup[] before, CompanyGroup[] now)
    {
        var known = before.ToDictionary(group => (group.Stratum, group.Cell, group.Scores));
        return
        [
            .. now.SelectMany(group =>
                !known.TryGetValue((group.Stratum, group.Cell, group.Scores), out var earlier) ? [group]
                : earlier.Count == group.Count ? [earlier]
                : new[] { earlier, group with { Count = group.Count - earlier.Count } }
            ),
        ];
    }

    private void See(CompanyGroup[] groups, IReadOnlyList<IReadOnlyList<IReadOnlyDictionary<string, CellStatus>>> withheld)
    {
        foreach (var group in groups)
        {
            _ = _seen.AppendJoin(',', group.History).Append(' ');
        }

        foreach (var (node, tables) in withheld.Index())
        {
            foreach (var (table, cells) in tables.Index())
            {
                _ = _seen.Append(CultureInfo.InvariantCulture, $"\n{node} {table} ");
                _ = _seen.AppendJoin(' ', cells.OrderBy(cell => cell.Key, StringComparer.Ordinal));
            }
        }
    }

    private T Time<T>(string stage, Func<T> work)
    {
        var (allocated, worked, began) = (GC.GetTotalAllocatedBytes(), Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        var made = work();
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var processor = (Environment.CpuUsage.TotalTime - worked).TotalMilliseconds;
        var megabytes = (GC.GetTotalAllocatedBytes() - allocated) / 1e6;
        var used = Environment.WorkingSet / 1e6;
        output.WriteLine(
            Invariant($"{stage, -40} {took, 8:0} ms {processor, 8:0} ms of processors {megabytes, 8:0} MB made {used, 6:0} MB used")
        );
        return made;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
