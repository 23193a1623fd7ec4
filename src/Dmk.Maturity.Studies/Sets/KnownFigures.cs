namespace Dmk.Maturity.Studies;

/// <summary>Which figures of a node and its parts are shown in a cell without a condition.</summary>
/// <param name="Node">Whether the node's is, in all states.</param>
/// <param name="Parts">One bit for each part.</param>
/// <param name="PartsInAllStates">Otherwise they are shown in the last one alone.</param>
internal readonly record struct KnownFigures(bool Node, UInt128 Parts, bool PartsInAllStates);
