namespace Dmk.Maturity.Studies;

/// <summary>What companies of a cell have in common that figures under conditions cannot tell apart.</summary>
/// <param name="Parts">One bit for each part of a node of which they have a score.</param>
/// <param name="HasNode">Whether they have a score of the node.</param>
/// <param name="Truths">Bit for bit, which conditions are true.</param>
/// <param name="Entered">The state in which they entered the table.</param>
internal readonly record struct ConditionPattern(UInt128 Parts, bool HasNode, int Truths, int Entered);
