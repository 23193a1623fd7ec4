using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>One estimate from a data file.</summary>
/// <param name="Category">Of a variable of names; null for one of numbers.</param>
/// <param name="Domain">Per column of the domains its value, in the order asked for.</param>
/// <param name="Estimate">Null where no unit of the domain has a value.</param>
public sealed record EstimateRow(
    string Variable,
    string? Category,
    IReadOnlyList<(string Column, string Value)> Domain,
    SampleEstimate? Estimate
)
{
    /// <summary>Rows of the domain without a value, also where none has one.</summary>
    public long Missing { get; init; }

    /// <summary>Null where none was asked for, or there is no estimate.</summary>
    public RankedDomain? Rank { get; init; }

    /// <summary>Null where none was asked for, or no row has a value.</summary>
    public StandardisedDomain? Standardised { get; init; }

    /// <summary>Null where none was asked for.</summary>
    public DomainChange? Change { get; init; }
}
