namespace Dmk.Maturity.Studies;

/// <summary>A variable by which results are reported and the sample is stratified.</summary>
public enum ReportingVariable
{
    Land,
    Sector,
    Size,
}
