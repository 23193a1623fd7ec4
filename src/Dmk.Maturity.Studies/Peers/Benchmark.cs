using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>A company's own scores beside those of its peers: for the company alone.</summary>
/// <param name="Shown">Whether results of the study have been shown as a whole, so that there are peers to be told of.</param>
/// <param name="Nodes">The index and its dimensions, in the order of the model.</param>
public sealed record Benchmark(Study Study, IndexModel Model, BenchmarkState Shown, IReadOnlyList<BenchmarkedNode> Nodes);
