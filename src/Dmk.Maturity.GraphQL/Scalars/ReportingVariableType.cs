using System.Diagnostics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

/// <summary>Reporting variables, described.</summary>
internal sealed class ReportingVariableType()
    : DescribedEnum<ReportingVariable>(
        "ReportingVariable",
        "A variable by which results are reported.",
        value =>
            value switch
            {
                ReportingVariable.Land => "The 16 Länder.",
                ReportingVariable.Sector => "Groups of economic sections, as used in reports.",
                ReportingVariable.Size => "Classes of persons employed.",
                _ => throw new UnreachableException(),
            }
    );
