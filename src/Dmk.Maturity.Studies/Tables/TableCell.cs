namespace Dmk.Maturity.Studies;

/// <summary>A cell of a table before it has a figure.</summary>
/// <param name="Codes">Of all variables of the study, with those that follow from finer ones; null is the total over a variable.</param>
/// <param name="Population">Units in the frame, or that may lie there where the frame does not know a variable; at least as many as have
/// answered from there, should companies have moved into a cell that the frame does not have.</param>
internal sealed record TableCell(IReadOnlyList<string?> Codes, long Population);
