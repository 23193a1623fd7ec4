using System.Diagnostics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

/// <summary>What the errors of a change rest on, described.</summary>
internal sealed class WaveOverlapType()
    : DescribedEnum<WaveOverlap>(
        "WaveOverlap",
        "Whether the errors of a change know of companies that answered in both waves.",
        value =>
            value switch
            {
                WaveOverlap.Panel => "They do: what companies in both waves have in common makes them smaller.",
                WaveOverlap.Independent =>
                    "They are those of separate samples, as too few companies are in both, or weights are calibrated.",
                _ => throw new UnreachableException(),
            }
    );
