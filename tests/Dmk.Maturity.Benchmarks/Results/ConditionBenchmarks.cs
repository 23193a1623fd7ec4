using BenchmarkDotNet.Attributes;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Benchmarks;

/// <summary>The table by Land and sector of the companies of which a condition on two answers is true: 16 partitions look through their
/// columns at once on the cores that there are, then as without a condition. Beside it DuckDB with the same sums over the same
/// columns.</summary>
[MemoryDiagnoser, MedianColumn]
public class ConditionBenchmarks
{
    private const string Some = "ai_use == 'many' and sells_web == 'no'";
    private const string Most = "ai_use != 'no' or persons_employed >= 50";

    private static readonly Audience _operator = new(Role.Operator, null, "benchmark");

    private PilotResponses _pilot = null!;
    private ResponseColumns[] _partitions = [];
    private RequestedTable _asked = null!;
    private DuckDbColumns _duckDb = null!;

    [Params(1_000_000)]
    public int Responses { get; set; }

    [Params(Some, Most)]
    public string Where { get; set; } = "";

    [GlobalSetup]
    public void Fill()
    {
        _pilot = new(Responses);
        _partitions = [.. _pilot.Laender.AsParallel().AsOrdered().Select(Partition)];
        _asked = new ResultRequest
        {
            Study = _pilot.Study,
            By = ["land", "sector"],
            Where = Where,
            Audience = _operator,
        }.Find();
        _duckDb = new(_pilot);
        var scored = Among().Cells.Values.Where(cell => cell.Count(0) > 0).ToArray();
        if (DuckDb() != (scored.Length, scored.Sum(cell => cell.Count(0))))
        {
            throw new InvalidOperationException("DuckDB counts other companies.");
        }

        ResponseColumns Partition(string land)
        {
            var columns = new ResponseColumns([_pilot.Model.Nodes.Count], _pilot.Study.Design.Kept.Count);
            foreach (var (stratum, cell, scores, kept) in _pilot.Of(land))
            {
                columns.Add(stratum, cell, "1.0.0", [scores], kept);
            }

            return columns;
        }
    }

    [Benchmark]
    public Result.Table TableOfSome()
    {
        var state = new DataState(1, Sight.Live, DateTimeOffset.UnixEpoch, VersionMix.Nobody);
        return TableCache.Live(_pilot.Study, _pilot.Model, Among(), state).Table(_asked, _operator);
    }

    /// <summary>The look through the columns alone.</summary>
    [Benchmark]
    public StudyMoments Among()
    {
        var layout = StudyMoments.LayoutOf(_pilot.Model).Alone(0);
        return StudyMoments.Of(
            layout,
            _partitions.AsParallel().AsOrdered().Select(columns => columns.Moments.Among(_asked.Where!, 0, 0, layout)),
            node: 0
        );
    }

    /// <summary>The same counts, sums and sums of squares by DuckDB.</summary>
    [Benchmark]
    public (int Cells, long Respondents) DuckDb() => Where == Some ? _duckDb.OfSome() : _duckDb.OfMost();

    [GlobalCleanup]
    public void Close() => _duckDb.Dispose();
}
