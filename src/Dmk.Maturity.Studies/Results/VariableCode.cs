namespace Dmk.Maturity.Studies;

/// <summary>A code of a reporting variable, both by name: as in land SN.</summary>
public sealed record VariableCode(string Variable, string Code);
