namespace Dmk.Maturity.Simulation;

/// <summary>A made-up company in the sample.</summary>
/// <param name="Name">Says that it is synthetic.</param>
/// <param name="Persons">Persons employed according to the frame.</param>
public sealed record SyntheticUnit(string UnitId, RegisterCell Stratum, string Name, int Persons);
