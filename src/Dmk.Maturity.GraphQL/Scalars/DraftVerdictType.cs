using System.Diagnostics;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

/// <summary>Verdicts on begun responses, described.</summary>
internal sealed class DraftVerdictType()
    : DescribedEnum<DraftVerdict>(
        "DraftVerdict",
        "What a change means for responses that were begun before it.",
        value =>
            value switch
            {
                DraftVerdict.CarryOn => "They go over to the later version, with all their answers.",
                DraftVerdict.Stay => "They stay on the version they were begun with.",
                _ => throw new UnreachableException(),
            }
    );
