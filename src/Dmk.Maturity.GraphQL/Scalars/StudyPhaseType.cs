using System.Diagnostics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

/// <summary>Phases of a study, described.</summary>
internal sealed class StudyPhaseType()
    : DescribedEnum<StudyPhase>(
        "StudyPhase",
        "Where a study stands in its life.",
        value =>
            value switch
            {
                StudyPhase.Draft => "Published, but not yet open for answers.",
                StudyPhase.InField => "Open: companies can answer.",
                StudyPhase.Closed => "Closed: no more answers are taken.",
                _ => throw new UnreachableException(),
            }
    );
