namespace Dmk.Maturity.Indices;

/// <summary>What the best answers to one indicator would add to the index, everything else staying as it is.</summary>
/// <param name="Points">0 where the answers are the best already; NaN where the index has no score, with these answers or with the
/// best.</param>
public sealed record Headroom(IndexNode Indicator, double Points);
