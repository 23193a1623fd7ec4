namespace Dmk.Maturity.Studies;

/// <summary>Whether and why a figure is shown or not.</summary>
public enum CellStatus
{
    Published,

    /// <summary>Shown, and to be read with care: the coefficient of variation is large.</summary>
    Unreliable,

    /// <summary>Fewer respondents than the minimum.</summary>
    FewRespondents,

    /// <summary>Withheld because it would give a withheld one away by subtraction.</summary>
    ProtectsAnother,

    /// <summary>Nobody has answered.</summary>
    NoRespondents,

    /// <summary>There are no such units in the population.</summary>
    StructuralZero,
}
