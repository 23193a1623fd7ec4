namespace Dmk.Maturity.Studies;

/// <summary>Where a company stands: its Land, its sector (report group) and its size class, by code. Used for design strata and for
/// reporting cells,
/// which differ when a company has moved or grown since the frame was drawn.</summary>
public readonly record struct ReportingCell(string Land, string Sector, string Size)
{
    public string this[ReportingVariable variable] =>
        variable switch
        {
            ReportingVariable.Land => Land,
            ReportingVariable.Sector => Sector,
            _ => Size,
        };

    internal ReportingCell With(ReportingVariable variable, string code) =>
        variable switch
        {
            ReportingVariable.Land => this with { Land = code },
            ReportingVariable.Sector => this with { Sector = code },
            _ => this with { Size = code },
        };
}
