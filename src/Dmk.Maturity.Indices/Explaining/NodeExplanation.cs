using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>What one node scored for a company, and what it gave to the nodes above it.</summary>
/// <param name="Score">On the scale, not mirrored; NaN when the node is left out.</param>
/// <param name="EffectiveWeight">Its share of the weight among the siblings that count, 0 to 1, after those that are missing have left; 0
/// when it is left out itself.</param>
/// <param name="Contributions">To its parent, then to each node further up, the index last.</param>
/// <param name="Answers">Of an indicator: what it read, in the order of its expression; empty for other nodes.</param>
/// <param name="Reason">Of an indicator without a value: the reason of missing whose rule was applied.</param>
public sealed record NodeExplanation(
    IndexNode Node,
    double Score,
    double EffectiveWeight,
    IReadOnlyList<Contribution> Contributions,
    IReadOnlyList<ReadAnswer> Answers,
    MissingReason? Reason
);
