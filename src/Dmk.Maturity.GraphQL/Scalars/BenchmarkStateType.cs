using System.Diagnostics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

/// <summary>States of a benchmark, described.</summary>
internal sealed class BenchmarkStateType()
    : DescribedEnum<BenchmarkState>(
        "BenchmarkState",
        "Whether a company can be set beside its peers.",
        value =>
            value switch
            {
                BenchmarkState.NotYet => "Only when the field is closed, or results are shown as a whole.",
                BenchmarkState.Shown => "Peers are those of the moment when all results were shown first, and do not change.",
                _ => throw new UnreachableException(),
            }
    );
