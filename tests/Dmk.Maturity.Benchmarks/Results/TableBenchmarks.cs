using BenchmarkDotNet.Attributes;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Benchmarks;

/// <summary>The table by Land and sector with intervals from the moments that 16 partitions keep: handed out, put together, weighted,
/// what to withhold decided for all tables of the node, the table estimated, as the first operator after a change waits for it. It must
/// not take longer with more responses.</summary>
[MemoryDiagnoser, MedianColumn]
public class TableBenchmarks
{
    private static readonly Audience _operator = new(Role.Operator, null, "benchmark");

    private PilotResponses _pilot = null!;
    private StudyMoments[] _partitions = [];
    private RequestedTable _asked = null!;
    private RequestedTable _perPerson = null!;

    [Params(10_000, 1_000_000, 3_400_000)]
    public int Responses { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _pilot = new(Responses);
        var layout = StudyMoments.LayoutOf(_pilot.Study.Design, _pilot.Model);
        _partitions = [.. _pilot.Laender.AsParallel().AsOrdered().Select(Partition)];
        var request = new ResultRequest
        {
            Study = _pilot.Study,
            By = ["land", "sector"],
            Audience = _operator,
        };
        (_asked, _perPerson) = (request.Find(), (request with { Estimand = Estimand.PerPersonEmployed }).Find());

        StudyMoments Partition(string land)
        {
            var moments = new StudyMoments(layout);
            foreach (var (stratum, cell, scores, kept) in _pilot.Of(land))
            {
                moments.At(stratum, cell).Add(scores, kept[0].Persons);
            }

            return moments;
        }
    }

    [Benchmark]
    public Result.Table FirstTable() => Cache().Table(_asked, _operator);

    [Benchmark]
    public Result.Table FirstTablePerPerson() => Cache().Table(_perPerson, _operator);

    /// <summary>What partitions hand out, put together.</summary>
    [Benchmark]
    public StudyMoments Merge() => StudyMoments.Of(_partitions[0].Layout, _partitions.Select(partition => partition.Snapshot()));

    private TableCache Cache() =>
        TableCache.Live(_pilot.Study, _pilot.Model, Merge(), new(1, Sight.Live, DateTimeOffset.UnixEpoch, VersionMix.Nobody));
}
