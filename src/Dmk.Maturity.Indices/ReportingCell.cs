namespace Dmk.Maturity.Indices;

/// <summary>A variable by which results are reported and the sample is stratified.</summary>
public enum ReportingVariable
{
    Land,
    Sector,
    Size,
}

/// <summary>Where a company stands: its Land, its sector (report group) and its size class, by code. Used for design strata and for reporting cells,
/// which differ when a company has moved or grown since the frame was drawn.</summary>
public readonly record struct ReportingCell(string Land, string Sector, string Size)
{
    public string this[ReportingVariable variable] => variable switch
    {
        ReportingVariable.Land => Land,
        ReportingVariable.Sector => Sector,
        _ => Size,
    };
}

/// <summary>A stratum of the design with its units in the frame and in the sample.</summary>
public sealed record FrameStratum(ReportingCell Cell, long Population, long Sampled);
