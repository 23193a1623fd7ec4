using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Simulation;

/// <summary>Where the business register counts a company: Land, sector and size class, by code.</summary>
public readonly record struct RegisterCell(string Land, string Sector, string Size)
{
    /// <summary>Reads a stratum of a study whose sample is drawn by these three, in this order.</summary>
    /// <exception cref="ArgumentException">A stratum of another study.</exception>
    public static RegisterCell Of(ReportingCell stratum) =>
        stratum.Codes.Split(ReportingCell.Separator) is [var sector, var size, ..]
            ? new(stratum.Land, sector, size)
            : throw new ArgumentException($"The stratum {stratum} is not one by Land, sector and size.", nameof(stratum));

    /// <summary>As a study calls it that keeps these three and, after them, what only answers tell.</summary>
    public ReportingCell In(StudyDesign design) => design.InFrame(Land, Sector, Size);
}
