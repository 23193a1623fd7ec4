using System.Diagnostics;
using System.Globalization;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Benchmarks;

/// <summary>What an operator waits for in the demonstration after a change, by the clock, for all nodes of all index models:
/// <c>operators 2000</c> of 2,000 invited. A table by Land and sector, and what of all tables of the node is withheld.</summary>
internal static class OperatorBenchmarks
{
    private static readonly Audience _operator = new(Role.Operator, null, "benchmark");

    public static void Run(int invited, TextWriter output)
    {
        var demo = new DemoAnswers(invited);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{demo.Companies} companies"));
        foreach (
            var (name, of) in new (string, Func<IndexModel, NodeMeasure>)[]
            {
                ("mean", _ => NodeMeasure.OfScores),
                ("share at the first level", model => new NodeMeasure.ShareAt(model.Levels[0])),
                ("share at the last level", model => new NodeMeasure.ShareAt(model.Levels[^1])),
                ("mean per person", _ => new NodeMeasure.PerPerson()),
            }
        )
        {
            Run(demo, name, of, output);
        }
    }

    private static void Run(DemoAnswers demo, string name, Func<IndexModel, NodeMeasure> of, TextWriter output)
    {
        var (times, statuses) = (new List<double>(), new SortedDictionary<CellStatus, int>());
        foreach (var (place, model) in demo.Study.Indices.Index())
        {
            var (moments, measure) = (demo.Moments(place), of(model));
            foreach (var node in model.Nodes)
            {
                var clock = Stopwatch.StartNew();
                var lattice = WeightedStudy.Of(demo.Study.Design, demo.Study.Frame, moments).Protect(model, node, measure, _operator);
                _ = lattice.Table(demo.Study.Design.Table(["land", "sector"])!, []);
                times.Add(clock.Elapsed.TotalMilliseconds);
                foreach (var table in demo.Study.Design.Lattice.Prepend([]))
                {
                    var found = lattice.Table(table, []);
                    foreach (var cell in table.Count == 0 ? [found.Total] : found.Cells)
                    {
                        statuses[cell.Figure.Status] = statuses.GetValueOrDefault(cell.Figure.Status) + 1;
                    }
                }
            }
        }

        times.Sort();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {times.Count} nodes, median {times[times.Count / 2]:0.0} ms, "
                    + $"90 % below {times[times.Count * 9 / 10]:0.0} ms, most {times[^1]:0.0} ms; "
            ) + string.Join(", ", statuses.Select(status => $"{status.Key} {status.Value}"))
        );
    }
}
