using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Companies that have answered in two waves, alike in where they were drawn and where they count in either: sums of one node's
/// scores.</summary>
/// <param name="StratumBefore">Where they were drawn in the earlier wave.</param>
/// <param name="CellBefore">Where they counted then.</param>
public sealed record CommonCompanies(
    ReportingCell StratumBefore,
    ReportingCell CellBefore,
    ReportingCell Stratum,
    ReportingCell Cell,
    CommonSums Sums
);
