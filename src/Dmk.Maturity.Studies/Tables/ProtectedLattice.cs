using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>All tables of a study's lattice for one node, past the gate together, so that no table gives away what another one withholds.
/// Immutable: keep it while the moments
/// do not change, and pick tables from it.</summary>
/// <remarks>Every node is protected by itself, as respondents differ from node to node. What a reader can infer on a withheld cell of one
/// node from shown cells of its parent and
/// children is not looked at.</remarks>
public sealed class ProtectedLattice
{
    private readonly WeightedStudy _study;
    private readonly IReadOnlyList<LatticeTable> _tables;

    /// <summary>Per table of the lattice, one per cell.</summary>
    private readonly IndexCell[][] _cells;

    /// <param name="figures">Of all cells of all tables, in order.</param>
    internal ProtectedLattice(
        WeightedStudy study,
        IndexModel model,
        IndexNode node,
        IReadOnlyList<LatticeTable> tables,
        IReadOnlyList<PublishedFigure> figures
    )
    {
        (_study, Model, Node, _tables) = (study, model, node, tables);
        _cells = new IndexCell[tables.Count][];
        var next = 0;
        for (var t = 0; t < tables.Count; t++)
        {
            _cells[t] = new IndexCell[tables[t].Cells.Count];
            for (var c = 0; c < _cells[t].Length; c++)
            {
                _cells[t][c] = Cell(tables[t], tables[t].Cells[c], figures[next++]);
            }
        }
    }

    public IndexModel Model { get; }

    public IndexNode Node { get; }

    /// <param name="by">Variables of the study, in the order that the table should have; none gives the total alone.</param>
    /// <param name="filter">Codes of other variables: the part of the population that the table is about.</param>
    /// <exception cref="ArgumentException">Not in the lattice.</exception>
    public IndexTable Table(IReadOnlyList<ReportingVariable> by, IReadOnlyList<(ReportingVariable Variable, string Code)> filter)
    {
        ReportingVariable[] parts = [.. filter.Select(part => part.Variable)];
        var cells = Cells([.. parts, .. by]);
        var total = Cells(parts);
        string[] codes = [.. filter.Select(part => part.Code)];
        return new()
        {
            Design = _study.Design,
            Model = Model,
            Node = Node,
            By = by,
            Filter = filter,
            Cells = by.Count == 0 ? [] : [.. Part(cells, codes)],
            Total =
                Part(total, codes).FirstOrDefault()
                ?? throw new ResultRequestException("FILTER_EMPTY", $"No company of the frame stands under {string.Join(", ", codes)}."),
            Collapses = _study.Collapses,
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
        var sorted = by.OrderBy(variable => variable.Order).ToArray();
        var found = Enumerable.Range(0, _tables.Count).FirstOrDefault(t => _tables[t].By.SequenceEqual(sorted), -1);
        return found < 0
                ? throw new ArgumentException(
                    $"The study {_study.Design.Id} reports no table by {string.Join(" x ", by)}. It reports: "
                        + $"{string.Join(", ", _tables.Where(table => table.By.Count > 0).Select(table => string.Join(" x ", table.By)))}.",
                    nameof(by)
                )
            : by.SequenceEqual(sorted) ? _cells[found]
            : Turned(_cells[found], sorted, by);
    }

    private IndexCell Cell(LatticeTable table, TableCell cell, PublishedFigure figure) =>
        new(
            [.. table.By.Select(variable => cell.Codes[variable.Order]!)],
            figure,
            figure.Estimate is { } estimate ? Model.LevelOf(estimate.Value) : null
        );

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
