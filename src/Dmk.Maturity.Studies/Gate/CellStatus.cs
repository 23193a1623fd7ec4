namespace Dmk.Maturity.Studies;

/// <summary>Whether and why a figure is shown or not.</summary>
public enum CellStatus
{
    Published,

    /// <summary>Shown, and to be read with care: the interval is wide.</summary>
    Unreliable,

    /// <summary>Fewer respondents than the minimum.</summary>
    FewRespondents,

    /// <summary>Withheld because it would give a withheld one away by subtraction, or tell of the few companies that lack what others
    /// have.</summary>
    ProtectsAnother,

    /// <summary>All or nearly all companies have the same score: shown as a bound, as a mean would be the score of each of them.</summary>
    AllAlike,

    /// <summary>Companies have answered, and too few of them to be shown yet.</summary>
    NotYetShown,

    /// <summary>Nobody has answered.</summary>
    NoRespondents,

    /// <summary>There are no such units in the population.</summary>
    StructuralZero,

    /// <summary>One company weighs so much that the figure is nearly its own. Last, as statuses are stored by number.</summary>
    Dominated,
}
