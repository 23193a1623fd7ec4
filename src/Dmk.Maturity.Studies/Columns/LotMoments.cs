using System.Runtime.InteropServices;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Adds up the moments of lots of rows under one index model, column by column: many lots at the cost of one.</summary>
/// <remarks>A cell here is a place in a lot. The cells of a lot stand in the order of their first rows, as if its rows had been added one
/// by one.</remarks>
internal sealed class LotMoments
{
    /// <summary>Rows that are read at once.</summary>
    private const int Block = RowTruths.Block;

    private readonly IReadOnlyList<(ReportingCell Stratum, ReportingCell Cell)> _places;

    /// <summary>The rows that count, ascending.</summary>
    private readonly List<int> _rows = [];

    /// <summary>Of each of them.</summary>
    private readonly List<int> _cellOf = [];
    private readonly List<(int Lot, int Place)> _cells = [];

    /// <param name="lots">Per row from the first on, its lot; negative counts nowhere, like rows that follow.</param>
    public LotMoments(PlaceNumbers<(ReportingCell Stratum, ReportingCell Cell)> places, ReadOnlySpan<int> lots)
    {
        _places = places.Things;
        var numbers = new Dictionary<(int, int), int>();
        for (var row = 0; row < Math.Min(lots.Length, places.Count); row++)
        {
            if (lots[row] < 0)
            {
                continue;
            }

            var key = (lots[row], places.Rows[row]);
            if (!numbers.TryGetValue(key, out var cell))
            {
                numbers.Add(key, cell = _cells.Count);
                _cells.Add(key);
            }

            _rows.Add(row);
            _cellOf.Add(cell);
        }
    }

    /// <param name="columns">The scores of each node of the model.</param>
    /// <param name="layout">Of the model, without persons employed.</param>
    /// <returns>Of each lot that has rows.</returns>
    public IReadOnlyDictionary<int, StudyMoments> Of(IReadOnlyList<ValueColumn> columns, MomentLayout layout)
    {
        var sums = new ColumnwiseMoments(layout, _cells.Count);
        sums.Count(CollectionsMarshal.AsSpan(_cellOf));
        foreach (var (node, column) in columns.Index())
        {
            if (column is { Codes: { } codes, Values: { } values })
            {
                sums.Add(node, ByCodes(codes, new(values.All, layout.Alone(node), _cells.Count)));
            }
            else
            {
                ByValues(column, node, sums);
            }
        }

        Cross([.. layout.Crossed.Select(node => columns[node])], sums);
        return _cells
            .Index()
            .GroupBy(cell => cell.Item.Lot, cell => (cell.Item.Place, sums.Cells[cell.Index]))
            .ToDictionary(
                lot => lot.Key,
                lot =>
                    StudyMoments.Of(
                        layout,
                        new([.. lot.Select(cell => _places[cell.Place])]),
                        [.. lot.Select(cell => cell.Item2)],
                        node: null
                    )
            );
    }

    private CodedScores ByCodes(CodeColumn column, CodedScores sums)
    {
        Span<int> codes = stackalloc int[Block];
        for (var from = 0; from < _rows.Count; from += Block)
        {
            var (rows, cells) = RowsFrom(from);
            column.Read(0, rows, codes);
            sums.Add(cells, codes);
        }

        return sums;
    }

    private void ByValues(ValueColumn column, int node, ColumnwiseMoments sums)
    {
        Span<double> scores = stackalloc double[Block];
        for (var from = 0; from < _rows.Count; from += Block)
        {
            var (rows, cells) = RowsFrom(from);
            for (var i = 0; i < rows.Length; i++)
            {
                scores[i] = column[rows[i]];
            }

            sums.Add(node, cells, scores[..rows.Length]);
        }
    }

    private void Cross(ValueColumn[] columns, ColumnwiseMoments sums)
    {
        var scores = new double[Block * columns.Length];
        for (var from = 0; from < _rows.Count; from += Block)
        {
            var (rows, cells) = RowsFrom(from);
            for (var place = 0; place < columns.Length; place++)
            {
                for (var i = 0; i < rows.Length; i++)
                {
                    scores[(i * columns.Length) + place] = columns[place][rows[i]];
                }
            }

            sums.Cross(cells, scores.AsSpan(0, rows.Length * columns.Length));
        }
    }

    private RowBlock RowsFrom(int from)
    {
        var rows = Math.Min(Block, _rows.Count - from);
        return new(CollectionsMarshal.AsSpan(_rows).Slice(from, rows), CollectionsMarshal.AsSpan(_cellOf).Slice(from, rows));
    }

    private readonly ref struct RowBlock(ReadOnlySpan<int> rows, ReadOnlySpan<int> cells)
    {
        private readonly ReadOnlySpan<int> _rows = rows;
        private readonly ReadOnlySpan<int> _cells = cells;

        public void Deconstruct(out ReadOnlySpan<int> rows, out ReadOnlySpan<int> cells)
        {
            rows = _rows;
            cells = _cells;
        }
    }
}
