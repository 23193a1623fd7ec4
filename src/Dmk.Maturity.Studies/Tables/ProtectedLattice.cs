using Dmk.Maturity.Indices;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>All tables of a study's lattice for one node, past the gate together, so that no table gives away what another one withholds.
/// Immutable: keep it while the moments
/// do not change, and pick tables from it.</summary>
public sealed class ProtectedLattice
{
    private readonly StudyDesign _design;
    private readonly IReadOnlyList<LatticeTable> _tables;
    private readonly IReadOnlyList<TableBasis> _bases;

    /// <summary>Per table of the lattice, one per cell; made when it is first asked for.</summary>
    private readonly Lazy<IndexCell[]>[] _cells;

    /// <param name="bases">Per table, what it was made from.</param>
    /// <param name="figures">Of all cells of all tables, in order.</param>
    internal ProtectedLattice(
        StudyDesign design,
        IndexModel model,
        IndexNode node,
        NodeMeasure measure,
        IReadOnlyList<LatticeTable> tables,
        IReadOnlyList<TableBasis> bases,
        IReadOnlyList<PublishedFigure> figures
    )
        : this(
            design,
            model,
            node,
            measure,
            tables,
            bases,
            at => [.. figures.Skip(tables.Take(at).Sum(table => table.Cells.Count)).Take(tables[at].Cells.Count)]
        ) { }

    /// <param name="bases">Per table, what it was made from.</param>
    /// <param name="figuresOf">Of the cells of a table, by its place; what is withheld has been decided for all of them together.</param>
    internal ProtectedLattice(
        StudyDesign design,
        IndexModel model,
        IndexNode node,
        NodeMeasure measure,
        IReadOnlyList<LatticeTable> tables,
        IReadOnlyList<TableBasis> bases,
        Func<int, IReadOnlyList<PublishedFigure>> figuresOf
    )
    {
        (_design, Model, Node, Measure, _tables, _bases) = (design, model, node, measure, tables, bases);
        _cells =
        [
            .. tables.Select(
                (table, at) => new Lazy<IndexCell[]>(() => [.. table.Cells.Zip(figuresOf(at), (cell, figure) => Cell(table, cell, figure))])
            ),
        ];
    }

    public IndexModel Model { get; }

    public IndexNode Node { get; }

    public NodeMeasure Measure { get; }

    /// <param name="by">Variables of the study, in the order that the table should have; none gives the total alone.</param>
    /// <param name="filter">Codes of other variables: the part of the population that the table is about.</param>
    /// <exception cref="ArgumentException">Not in the lattice.</exception>
    public IndexTable Table(IReadOnlyList<ReportingVariable> by, IReadOnlyList<(ReportingVariable Variable, string Code)> filter)
    {
        ReportingVariable[] parts = [.. filter.Select(part => part.Variable)];
        var cells = Cells([.. parts, .. by]);
        var total = Cells(parts);

        // Of a table that nobody has entered the total is all that is told.
        var basis = _bases[PlaceOf([.. parts, .. by])] is { Companies: > 0 } entered ? entered : _bases[PlaceOf(parts)];
        string[] codes = [.. filter.Select(part => part.Code)];
        return new()
        {
            Design = _design,
            Model = Model,
            Node = Node,
            Measure = Measure,
            By = by,
            Filter = filter,
            Cells = by.Count == 0 ? [] : [.. Part(cells, codes)],
            Total =
                Part(total, codes).FirstOrDefault()
                ?? throw new ResultRequestException("FILTER_EMPTY", $"No company of the frame stands under {string.Join(", ", codes)}."),
            Basis = basis,
        };
    }

    private static IEnumerable<IndexCell> Part(IndexCell[] cells, string[] codes) =>
        codes.Length == 0
            ? cells
            : cells
                .Where(cell => cell.Codes.Take(codes.Length).SequenceEqual(codes))
                .Select(cell => cell with { Codes = [.. cell.Codes.Skip(codes.Length)] });

    /// <summary>In the order in which the variables stand.</summary>
    private IndexCell[] Cells(IReadOnlyList<ReportingVariable> by)
    {
        var found = PlaceOf(by);
        var sorted = by.OrderBy(variable => variable.Order).ToArray();
        return by.SequenceEqual(sorted) ? _cells[found].Value : Turned(_cells[found].Value, sorted, by);
    }

    private int PlaceOf(IReadOnlyList<ReportingVariable> by)
    {
        var sorted = by.OrderBy(variable => variable.Order).ToArray();
        return Enumerable.Range(0, _tables.Count).FirstOrDefault(t => _tables[t].By.SequenceEqual(sorted), -1) is >= 0 and var found
            ? found
            : throw new ArgumentException(
                $"The study {_design.Id} reports no table by {string.Join(" x ", by)}. It reports: "
                    + $"{string.Join(", ", _tables.Where(table => table.By.Count > 0).Select(table => string.Join(" x ", table.By)))}.",
                nameof(by)
            );
    }

    private IndexCell Cell(LatticeTable table, TableCell cell, PublishedFigure figure) =>
        new(
            [.. table.By.Select(variable => cell.Codes[variable.Order]!)],
            figure,
            figure.Estimate is { } estimate ? LevelOf(estimate) : null
        );

    /// <summary>A level is named only where the interval lies within it. Without a standard error there is none, and a share is no
    /// score.</summary>
    private Level? LevelOf(Estimate estimate) =>
        Measure is NodeMeasure.ShareAt || double.IsNaN(estimate.Lower) || double.IsNaN(estimate.Upper) ? null
        : Model.LevelOf(estimate.Lower) is var level && level == Model.LevelOf(estimate.Upper) ? level
        : null;

    /// <summary>The same cells with their codes, and sorted, in the order that was asked for.</summary>
    private static IndexCell[] Turned(IndexCell[] cells, ReportingVariable[] sorted, IReadOnlyList<ReportingVariable> by)
    {
        var places = by.Select(variable => Array.IndexOf(sorted, variable)).ToArray();
        var orders = by.Select(variable => CodeOrder.Of(variable.Classification)).ToArray();
        var turned = cells.Select(cell => cell with { Codes = [.. places.Select(place => cell.Codes[place])] });
        var ordered = turned.OrderBy(cell => orders[0].PlaceOf(cell.Codes[0]));
        for (var i = 1; i < orders.Length; i++)
        {
            var (order, place) = (orders[i], i);
            ordered = ordered.ThenBy(cell => order.PlaceOf(cell.Codes[place]));
        }

        return [.. ordered];
    }
}
