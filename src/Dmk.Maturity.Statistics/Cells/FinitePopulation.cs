namespace Dmk.Maturity.Statistics;

/// <summary>Whether a variance takes into account that a class has only so many units.</summary>
public enum FinitePopulation
{
    /// <summary>1 - n/N of each weighting class, n its respondents. Right if those who answered are a random part of their class, and only
    /// then; else it makes intervals too short.</summary>
    WithinClasses,

    /// <summary>None: as if drawn with replacement, on the safe side.</summary>
    None,
}
