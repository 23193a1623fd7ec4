namespace Dmk.Maturity.Statistics;

/// <summary>What a standardised mean does with cells of the mix in which a domain has no estimate.</summary>
public enum EmptyCells
{
    /// <summary>Leave them out; the shares of the others are scaled up.</summary>
    Renormalise,

    /// <summary>Take the mean of the lender, usually the national cell.</summary>
    Borrow,
}
