using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The companies of a scale, for the gate.</summary>
/// <param name="Complete">Those with a score of the node and all items.</param>
/// <param name="With">How many have a score of the node, and of each item.</param>
/// <param name="WeightsWith">For how many of the population they stand.</param>
/// <param name="Respondents">All, whatever they lack.</param>
/// <param name="Weights">For how many all of them stand.</param>
internal sealed record ScaleSets(
    CompleteItems Complete,
    IReadOnlyList<long> With,
    IReadOnlyList<double> WeightsWith,
    long Respondents,
    double Weights
);
