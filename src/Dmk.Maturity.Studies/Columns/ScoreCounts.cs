using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>How often each score of a node occurs in each place, among the rows of which a condition is true. As moments are exact sums,
/// a score that was counted gives the same ones as a score that was added row by row.</summary>
internal sealed class ScoreCounts
{
    /// <summary>More counters than this take longer to go through than they save.</summary>
    private const int Most = 1 << 18;

    private readonly ValueColumn _column;
    private readonly CodeColumn _codes;

    /// <summary>Counters of a place: one per code, and a last one for rows of which the condition is not true.</summary>
    private readonly int _width;
    private readonly int[] _counts;

    private ScoreCounts(ValueColumn column, CodeColumn codes, int width, int places) =>
        (_column, _codes, _width, _counts) = (column, codes, width, new int[width * places]);

    /// <param name="rows">How many there are to be counted.</param>
    /// <returns>Null where adding row by row is less work, or the column holds no codes.</returns>
    public static ScoreCounts? Of(ValueColumn column, int places, int rows) =>
        column is { Codes: { } codes, Values: { } values }
        && (values.Count + 2L) * places is var counters
        && counters <= Math.Min(Most, rows)
            ? new(column, codes, values.Count + 2, places)
            : null;

    /// <param name="places">Of the rows.</param>
    public void Count(RowTruths.Fill holds, CodeColumn places)
    {
        Span<byte> truths = stackalloc byte[RowTruths.Block];
        Span<int> at = stackalloc int[RowTruths.Block];
        Span<int> codes = stackalloc int[RowTruths.Block];
        for (var from = 0; from < places.Count; from += RowTruths.Block)
        {
            var rows = Math.Min(RowTruths.Block, places.Count - from);
            holds(from, truths[..rows]);
            places.Read(from, at[..rows]);
            _codes.Read(from, codes[..rows]);
            for (var row = 0; row < rows; row++)
            {
                _counts[(at[row] * _width) + (truths[row] == RowTruths.True ? codes[row] : _width - 1)]++;
            }
        }
    }

    /// <param name="cells">Per place; of one variable.</param>
    public void AddTo(IReadOnlyList<CellMoments> cells)
    {
        var values = _column.Values!.All;
        for (var place = 0; place < cells.Count; place++)
        {
            var counts = _counts.AsSpan(place * _width, _width);
            cells[place].AddWithout(counts[ValueCodes.Missing] + counts[^1]);
            for (var code = 1; code < _width - 1; code++)
            {
                if (counts[code] > 0)
                {
                    cells[place].AddOften(values[code], counts[code]);
                }
            }
        }
    }
}
