using System.Diagnostics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

/// <summary>Of whom a figure is the mean, described.</summary>
internal sealed class EstimandType()
    : DescribedEnum<Estimand>(
        "Estimand",
        "Of whom a figure is the mean.",
        value =>
            value switch
            {
                Estimand.PerEnterprise => "Each company counts alike.",
                Estimand.PerPersonEmployed =>
                    "Each company counts as often as it employs persons; companies that have not said how many do not count.",
                _ => throw new UnreachableException(),
            }
    );
