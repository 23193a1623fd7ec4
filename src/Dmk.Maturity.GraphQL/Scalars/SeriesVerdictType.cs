using System.Diagnostics;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

/// <summary>Verdicts on the series, described.</summary>
internal sealed class SeriesVerdictType()
    : DescribedEnum<SeriesVerdict>(
        "SeriesVerdict",
        "What a change means for comparing answers before and after it.",
        value =>
            value switch
            {
                SeriesVerdict.Comparable => "They mean the same.",
                SeriesVerdict.Shifted => "They mean the same, but the same company may answer differently.",
                SeriesVerdict.Broken => "Figures before and after must not be put together.",
                _ => throw new UnreachableException(),
            }
    );
