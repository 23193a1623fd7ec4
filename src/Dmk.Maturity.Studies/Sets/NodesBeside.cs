namespace Dmk.Maturity.Studies;

/// <summary>What follows for the nodes of a model from models that are shown already, by the names of the cells.</summary>
/// <param name="Taken">Per node the cells in which its figure would tell of few together with others.</param>
/// <param name="Closed">Per node the cells in which nodes are withheld that belong together with it.</param>
internal sealed record NodesBeside(
    IReadOnlyList<IReadOnlySet<(int Table, string Key)>> Taken,
    IReadOnlyList<IReadOnlySet<(int Table, string Key)>> Closed
);
