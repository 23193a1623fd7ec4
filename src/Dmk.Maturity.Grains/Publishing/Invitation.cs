using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>An invitation in clear: it exists only while it is handed out.</summary>
public sealed record Invitation(string UnitId, string Name, ReportingCell Stratum, string AccessCode);
