using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Benchmarks;

/// <summary>What readers other than operators wait for in the demonstration, step by step, by the clock: <c>readers 5</c> does all of them
/// five times. Ends with a fingerprint of everything that was decided and shown, so that two versions can be held against each
/// other.</summary>
internal sealed class ReaderBenchmarks
{
    private const int Invited = 12_000;
    private const int Weightings = 10_000;

    private static readonly Audience _economist = new(Role.Economist, null, "benchmark");

    private readonly SortedDictionary<string, List<double>> _times = new(StringComparer.Ordinal);
    private readonly StringBuilder _seen = new();
    private readonly DemoAnswers _demo = new(Invited);

    public static void Run(int rounds, TextWriter output)
    {
        var benchmarks = new ReaderBenchmarks();
        for (var round = 0; round < rounds; round++)
        {
            benchmarks.Round();
        }

        benchmarks.Write(output);
    }

    private void Round()
    {
        _ = _seen.Clear();
        var study = _demo.Study;
        var (family, groups) = (new NodeFamily(study.Indices), _demo.Groups());
        var histories = Time("1 companies enter", () => ShownSets.Advance(study.Design, family, groups, 1, ShownExtent.Whole));
        groups = [.. groups.Zip(histories, (group, history) => group with { History = history })];
        var decisions = Time("2 decisions of all nodes", () => NodeDecisions.Of(study.Design, family, groups, null, 1));
        Seen("", decisions);
        var (parted, truths) = _demo.Conditioned(groups);
        Seen(
            "conditions ",
            Time("2b decisions under conditions", () => ConditionDecisions.Of(study.Design, family, parted, truths, decisions))
        );
        var told = PersonDecisions.TableOf(new(study.Design), groups.Select(group => group.History), 1);
        var persons = _demo.Persons(family, groups, told);
        var perPerson = Time(
            "2c decisions per person employed",
            () => PersonDecisions.Of(study.Design, family, study.Frame, persons, decisions, told)
        );
        See("per person ", string.Join(' ', perPerson.Select(tables => string.Join(',', tables.Select(cells => cells.Count)))));
        for (var model = 0; model < study.Indices.Count; model++)
        {
            Model(model, _demo.Kinds(model, groups), family, decisions);
        }
    }

    private void Model(int model, ShownKind[] kinds, NodeFamily family, ShownDecisions decisions)
    {
        var (study, index) = (_demo.Study, _demo.Study.Indices[model]);
        var shown = Time("3 tables put together", () => ShownStudy.Of(study.Design, family, model, study.Frame, kinds, decisions));
        foreach (var node in index.Nodes)
        {
            var step = node.Index == 0 ? "4a figures, first node" : "4b figures, further node";
            Seen(Time(step, () => shown.Protect(node, _economist)));
        }

        foreach (var node in index.Nodes)
        {
            Seen(Time("5a shares at a level", () => shown.Protect(node, new NodeMeasure.ShareAt(index.Levels[0]), _economist)));
        }

        if (model > 0)
        {
            return;
        }

        ResultRequest request = new()
        {
            Study = study,
            Index = index.Id,
            Audience = _economist,
        };
        var tried = (request with { Weights = [new(index.Nodes.First(node => node.Depth == 1).Id, 2)] }).Find();
        Seen(Time("5b other weights", () => shown.Protect(index.Nodes[0], tried.Measure, _economist)));

        var tables = TableCache.Shown(study, model, kinds, decisions, new(1, Sight.Shown, DateTimeOffset.UnixEpoch, VersionMix.Nobody));
        var asked = (request with { By = ["land", "sector"] }).Find();
        See("table ", Time("6a first table, nothing made yet", () => tables.Table(asked, _economist)).Figures.Total.ToString());
        var comparison = RequestedComparison.Of(request, null);
        var compared = Time("6b Länder beside each other", () => tables.Compare(comparison, _economist));
        See("pairs ", string.Join(' ', compared.Figures.Pairs));
        See("laender ", string.Join(' ', compared.Figures.Laender));
        _ = tables.Table(tried, _economist);
        var sensitivity = Time("7 10,000 weightings", () => tables.Sensitivity(tried, Weightings, _economist));
        See("sensitivity ", string.Join(' ', sensitivity.Figures.Laender));
    }

    private void Seen(string what, ShownDecisions decisions)
    {
        foreach (var (node, tables) in decisions.Nodes.Index())
        {
            foreach (var (table, cells) in tables.Index())
            {
                See($"{what}{node} {table} ", string.Join(' ', cells.OrderBy(cell => cell.Key, StringComparer.Ordinal)));
            }
        }
    }

    private void Seen(ProtectedLattice lattice)
    {
        foreach (var by in _demo.Study.Design.Lattice.Prepend([]))
        {
            var table = lattice.Table(by, []);
            See(lattice.Node.Id, string.Join(' ', table.Cells.Append(table.Total)));
            foreach (var cell in table.Cells.Append(table.Total))
            {
                See(string.Join('|', cell.Codes), cell.Figure.ToString());
            }
        }
    }

    private void See(string what, string text) => _seen.Append(what).AppendLine(text);

    private T Time<T>(string step, Func<T> work)
    {
        var began = Stopwatch.GetTimestamp();
        var made = work();
        if (!_times.TryGetValue(step, out var times))
        {
            _times.Add(step, times = []);
        }

        times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        return made;
    }

    private void Write(TextWriter output)
    {
        output.WriteLine(Invariant($"{_demo.Companies} answers of {Invited}. Milliseconds: median, least, all, how often."));
        foreach (var (step, times) in _times)
        {
            times.Sort();
            output.WriteLine(
                Invariant($"{step, -34} {times[times.Count / 2], 10:0.00} {times[0], 10:0.00} {times.Sum(), 10:0} {times.Count, 5}")
            );
        }

        output.WriteLine(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(_seen.ToString()))));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
