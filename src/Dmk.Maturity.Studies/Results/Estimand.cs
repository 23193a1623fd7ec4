namespace Dmk.Maturity.Studies;

/// <summary>Of whom a figure is the mean.</summary>
public enum Estimand
{
    /// <summary>Each company counts alike.</summary>
    PerEnterprise,

    /// <summary>Each company counts as often as it employs persons; companies that have not said how many do not count.</summary>
    PerPersonEmployed,
}
