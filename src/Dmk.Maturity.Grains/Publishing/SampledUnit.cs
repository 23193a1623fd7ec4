using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>A company in the sample, as drawn.</summary>
/// <param name="UnitId">Persistent and pseudonymous, the same across waves.</param>
/// <param name="Name">For the invitation letter; kept apart from answers.</param>
/// <param name="Persons">Persons employed according to the frame.</param>
public sealed record SampledUnit(string UnitId, ReportingCell Stratum, string Name, int Persons);
