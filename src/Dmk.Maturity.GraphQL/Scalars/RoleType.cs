using System.Diagnostics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

/// <summary>Roles, described.</summary>
internal sealed class RoleType()
    : DescribedEnum<Role>(
        "Role",
        "What a person with a token may be.",
        value =>
            value switch
            {
                Role.Public => "Published releases only.",
                Role.Ministry => "The ministry of a Land.",
                Role.Economist => "Reads provisional tables.",
                Role.Operator => "Runs studies, and sees live figures.",
                Role.Administrator => "Runs the platform and hands out tokens.",
                _ => throw new UnreachableException(),
            }
    );
