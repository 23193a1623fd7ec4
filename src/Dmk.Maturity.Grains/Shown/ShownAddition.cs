using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>What is withheld under an index model that was added to a study.</summary>
/// <param name="Scoring">See <see cref="Study.Scoring"/>.</param>
/// <param name="Nodes">As in <see cref="ShownDecisions.Nodes"/>, of its nodes alone.</param>
internal sealed record ShownAddition(int Scoring, IReadOnlyList<IReadOnlyList<IReadOnlyDictionary<string, CellStatus>>> Nodes);
