namespace Dmk.Maturity.Statistics;

/// <summary>What to do with a class that has one respondent: see R's survey.lonely.psu.</summary>
/// <remarks>A class with one unit in the population that has answered is not lonely: it has no sampling variance.</remarks>
public enum LonelyUnit
{
    /// <summary>Centre at the grand mean: the unit contributes (1 - f) z^2.</summary>
    Adjust,

    /// <summary>It contributes nothing.</summary>
    Certainty,

    /// <summary>It contributes the mean of the other classes in which the domain has respondents.</summary>
    Average,

    /// <summary>It is an error.</summary>
    Fail,
}
