namespace Dmk.Maturity.Studies;

/// <summary>Which state of a study's data an audience sees.</summary>
public enum Sight
{
    /// <summary>One in which a cell changes only when enough further respondents have entered it.</summary>
    Shown,

    /// <summary>Every acknowledged submission.</summary>
    Live,
}
