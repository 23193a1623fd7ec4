namespace Dmk.Maturity.Statistics;

/// <summary>A cell of a table before the gate.</summary>
/// <param name="Codes">One code per dimension of the table; null is the total over that dimension.</param>
/// <param name="Population">Units in the frame; 0 makes it a structural zero.</param>
public sealed record RawCell(IReadOnlyList<string?> Codes, long Population, Estimate? Estimate);
