namespace Dmk.Maturity.Studies;

/// <summary>A wave as it is compared with another: its tables past the gate, and the respondents behind them.</summary>
public sealed class WaveSide
{
    private readonly ProtectedLattice _lattice;
    private readonly Func<IReadOnlyList<ReportingVariable>, WeightedStudy> _behind;

    internal WaveSide(
        Study study,
        RequestedTable asked,
        ProtectedLattice lattice,
        Func<IReadOnlyList<ReportingVariable>, WeightedStudy> behind,
        DataState data
    ) => (Study, Asked, _lattice, _behind, Data) = (study, asked, lattice, behind, data);

    public Study Study { get; }

    public RequestedTable Asked { get; }

    public DataState Data { get; }

    internal IndexTable Table => _lattice.Table(Asked.By, []);

    internal WeightedStudy Behind(IReadOnlyList<ReportingVariable> by) => _behind(by);

    /// <summary>The estimates behind the cells of a table, not rounded.</summary>
    internal Statistics.Estimate?[] Exact(IReadOnlyList<ReportingVariable> by)
    {
        var weighted = Behind(by);
        try
        {
            return
            [
                .. weighted.RawCells(weighted.TableBy(by), Asked.Model, Asked.Node, NodeMeasure.OfScores).Select(cell => cell.Estimate),
            ];
        }
        catch (Statistics.LonelyUnitException lonely)
        {
            throw weighted.Lonely(lonely);
        }
    }
}
