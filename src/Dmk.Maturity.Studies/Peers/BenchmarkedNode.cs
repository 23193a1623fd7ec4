using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>A company's own score beside those of its peers.</summary>
/// <param name="Score">Its own, exact; NaN is missing.</param>
/// <param name="Peers">Who they are; null where nothing may be told of any.</param>
/// <param name="Figure">What is told of them; null like the peers.</param>
public sealed record BenchmarkedNode(IndexNode Node, double Score, PeerGroup? Peers, PeerFigure? Figure);
