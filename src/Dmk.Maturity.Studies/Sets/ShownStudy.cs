using Dmk.Maturity.Indices;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>What readers other than operators see of a study under one index model: every table from the companies that have entered it,
/// past the gate. Immutable.</summary>
public sealed class ShownStudy
{
    private readonly StudyDesign _design;
    private readonly NodeFamily _family;
    private readonly int _place;
    private readonly EntryOrder _order;
    private readonly ShownDecisions _decisions;
    private readonly WeightedStudy[] _weighted;

    private ShownStudy(
        StudyDesign design,
        NodeFamily family,
        int place,
        EntryOrder order,
        ShownDecisions decisions,
        WeightedStudy[] weighted
    ) => (_design, _family, _place, _order, _decisions, _weighted) = (design, family, place, order, decisions, weighted);

    /// <param name="kinds">Each history once.</param>
    /// <exception cref="ArgumentException">The frame is empty, or does not fit the moments.</exception>
    public static ShownStudy Of(
        StudyDesign design,
        NodeFamily family,
        int place,
        IReadOnlyList<FrameStratum> frame,
        IReadOnlyList<ShownKind> kinds,
        ShownDecisions decisions
    )
    {
        var order = new EntryOrder(design);
        var made = new Dictionary<string, WeightedStudy>(StringComparer.Ordinal);
        return new(design, family, place, order, decisions, [.. Enumerable.Range(0, order.Tables.Count).Select(Weighted)]);

        WeightedStudy Weighted(int table)
        {
            ShownKind[] inTable = [.. kinds.Where(kind => kind.History[table] != Admission.Never)];
            var key = string.Join(' ', inTable.Select(kind => string.Join(',', kind.History)));
            if (!made.TryGetValue(key, out var weighted))
            {
                var moments = new StudyMoments(StudyMoments.LayoutOf(family.Models[place]));
                foreach (var kind in inTable)
                {
                    moments.Merge(kind.Moments);
                }

                made.Add(key, weighted = WeightedStudy.OfPart(design, frame, moments));
            }

            return weighted;
        }
    }

    /// <summary>All tables for one node.</summary>
    /// <exception cref="ResultRequestException">A class has a single respondent, and the study lets no figure rest on that.</exception>
    /// <exception cref="NotPermittedException">The public sees published releases, and no figure before one.</exception>
    public ProtectedLattice Protect(IndexNode node, Audience audience)
    {
        var model = _family.Models[_place];
        var gate = new Gate(_design.Confidentiality, audience, (model.ScaleFrom, model.ScaleTo));
        var isShown = node.Depth <= _decisions.Deepest;
        var withheld = _decisions.Nodes[_family.NumberOf(_place, node)];
        var (tables, bases, figures) = (new List<LatticeTable>(), new List<TableBasis>(), new List<PublishedFigure>());
        foreach (var at in Enumerable.Range(0, _order.Tables.Count).Where(IsReported))
        {
            var study = _weighted[at];
            var table = study.TableBy(_order.Tables[at]);
            tables.Add(table);
            bases.Add(new((long)Rounding.ThreeDigits(_decisions.Answered), _decisions.Shown[at], study.Mergers));
            figures.AddRange(
                gate.Protect(
                    [.. RawCells(study, table, model, node)],
                    [.. table.Cells.Select(cell => isShown ? Why(at, study, table, cell, withheld[at]) : NotYet(cell))]
                )
            );
        }

        return new(_design, model, node, tables, bases, figures);
    }

    /// <summary>Some are margins that nobody asks for.</summary>
    private bool IsReported(int place) =>
        _order.Tables[place] is var by && (by.Count == 0 || _design.Lattice.Any(table => table.SequenceEqual(by)));

    private static IEnumerable<RawCell> RawCells(WeightedStudy study, LatticeTable table, IndexModel model, IndexNode node)
    {
        try
        {
            return study.RawCells(table, model, node);
        }
        catch (LonelyUnitException lonely)
        {
            throw study.Lonely(lonely);
        }
    }

    private static CellStatus? NotYet(TableCell cell) => cell.Population > 0 ? CellStatus.NotYetShown : null;

    private CellStatus? Why(
        int place,
        WeightedStudy study,
        LatticeTable table,
        TableCell cell,
        IReadOnlyDictionary<string, CellStatus> withheld
    )
    {
        var key = ShownKey.Of(table.By, cell);
        return _decisions.NotYetShown[place].Contains(key) || study.IsIncomplete(table, cell) ? CellStatus.NotYetShown
            : withheld.TryGetValue(key, out var status) ? status
            : null;
    }
}
