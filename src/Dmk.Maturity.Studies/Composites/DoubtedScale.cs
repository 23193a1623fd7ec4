namespace Dmk.Maturity.Studies;

/// <summary>A normalisation that a draw may take in the place of the declared one. All but that lie above 0, so that geometric means exist.
/// </summary>
public enum DoubtedScale
{
    /// <summary>1 to 100.</summary>
    MinMax,

    /// <summary>With mean 100 and standard deviation 10.</summary>
    Z,

    /// <summary>1 to 100.</summary>
    PercentileRank,

    /// <summary>What the file says.</summary>
    Declared,
}
