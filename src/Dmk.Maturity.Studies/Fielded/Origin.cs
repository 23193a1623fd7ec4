namespace Dmk.Maturity.Studies;

/// <summary>Where the companies of a study come from.</summary>
public enum Origin
{
    /// <summary>From the register.</summary>
    Real,

    /// <summary>Made up; every page and result says so.</summary>
    Synthetic,
}
