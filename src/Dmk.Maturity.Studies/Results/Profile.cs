using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Where a Land, a sector or another part of the population is ahead or behind: a node of an index and those below it, beside
/// Germany.</summary>
/// <param name="Table">Of the part, for the first node: what all of them are made from.</param>
/// <param name="Nodes">The node that was asked for first.</param>
public sealed record Profile(RequestedProfile Asked, IndexTable Table, IReadOnlyList<ProfileNode> Nodes)
{
    internal static Profile Of(RequestedProfile asked, IReadOnlyList<ProtectedLattice> lattices, WeightedStudy behind, Gate gate)
    {
        var (variable, code) = asked.Part;
        var table = behind.TableBy([variable]);
        var place = table.Cells.ToList().FindIndex(cell => cell.Codes[variable.Order] == code);
        var found = lattices
            .Select(lattice =>
            {
                var joint = behind.Joint([table, behind.TableBy([])], new CellMeasure.Score(lattice.Node.Index));
                return (
                    lattice.Node,
                    Part: lattice.Table([], [(variable, code)]).Total,
                    Germany: lattice.Table([], []).Total,
                    Exact: Contrasts.Difference(joint, place, table.Cells.Count)
                );
            })
            .ToArray();
        var shown = found.Select(one => gate.Difference(one.Exact, one.Part.Figure, one.Germany.Figure)).ToArray();
        var adjusted = Holm.Of([.. found.Zip(shown, (one, difference) => difference is null ? double.NaN : one.Exact.P)]).P;
        return new(
            asked,
            lattices[0].Table([], [(variable, code)]),
            [.. found.Select((one, at) => new ProfileNode(one.Node, one.Part, one.Germany, shown[at], Rounding.Probability(adjusted[at])))]
        );
    }
}
