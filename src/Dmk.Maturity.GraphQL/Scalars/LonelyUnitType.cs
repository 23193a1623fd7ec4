using System.Diagnostics;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.GraphQL;

/// <summary>Rules for lonely units, described.</summary>
internal sealed class LonelyUnitType()
    : DescribedEnum<LonelyUnit>(
        "LonelyUnit",
        "How a weighting class with one respondent enters the variance.",
        value =>
            value switch
            {
                LonelyUnit.Adjust => "Its deviation is taken from the mean of the whole sample.",
                LonelyUnit.Certainty => "It adds nothing to the variance.",
                LonelyUnit.Average => "It adds the average of the other classes.",
                LonelyUnit.Fail => "There is no result.",
                _ => throw new UnreachableException(),
            }
    );
