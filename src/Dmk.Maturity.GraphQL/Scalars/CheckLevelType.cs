using System.Diagnostics;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

/// <summary>Levels of checks, described.</summary>
internal sealed class CheckLevelType()
    : DescribedEnum<CheckLevel>(
        "CheckLevel",
        "What a check does when it fails.",
        value =>
            value switch
            {
                CheckLevel.Hard => "Forbids submission.",
                CheckLevel.Soft => "Asks for a confirmation, perhaps with a reason.",
                CheckLevel.Info => "Says something and asks for nothing.",
                _ => throw new UnreachableException(),
            }
    );
