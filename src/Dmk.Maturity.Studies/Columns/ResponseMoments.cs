using System.Runtime.InteropServices;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>What responses add up to, read from their columns block by block.</summary>
public sealed class ResponseMoments
{
    private readonly ResponseColumns _columns;

    /// <summary>The places, as moments share them; made anew when one has come.</summary>
    private CellPairs? _pairs;

    internal ResponseMoments(ResponseColumns columns) => _columns = columns;

    /// <summary>Moments of one node over the companies of which a condition is true. All others count as respondents without a score, so
    /// that weights stay what they are and the figure is one of a part of the population.</summary>
    /// <param name="model">The place of the index model.</param>
    /// <param name="layout">What is kept of the node, which is its only variable. Per person only where the persons employed are the first
    /// of the kept answers.</param>
    public StudyMoments Among(StudyCondition condition, int model, int node, MomentLayout layout)
    {
        var holds = _columns.Test(condition);
        if (_pairs?.Keys.Count != _columns.Places.Things.Count)
        {
            _pairs = new([.. _columns.Places.Things]);
        }

        CellMoments[] cells = [.. _columns.Places.Things.Select(_ => new CellMoments(layout))];
        var column = _columns.ScoresOf(model)[node];
        if (!layout.PerPerson && column is { Codes: { } codes, Values: { } values })
        {
            ByCodes(holds, codes, new(values.All, layout, cells.Length), cells);
        }
        else
        {
            RowByRow(holds, column, layout.PerPerson ? _columns.Kept(0).Values : null, cells);
        }

        return StudyMoments.Of(layout, _pairs, cells, node);
    }

    /// <summary>The same over some companies; the others are left out, and nothing is kept per person.</summary>
    /// <param name="layout">Of the node alone.</param>
    public StudyMoments Among(StudyCondition condition, int model, int node, MomentLayout layout, Func<int, bool> counts)
    {
        var (truths, moments) = (_columns.Truths([condition]), new StudyMoments(layout) { Node = node });
        var column = _columns.ScoresOf(model)[node];
        Span<double> score = stackalloc double[1];
        for (var row = 0; row < _columns.Count; row++)
        {
            if (!counts(row))
            {
                continue;
            }

            var (stratum, cell) = _columns.PlaceOf(row);
            var kept = moments.At(stratum, cell);
            score[0] = column[row];
            if (truths[row] > 0 && !double.IsNaN(score[0]))
            {
                kept.Add(score);
            }
            else
            {
                kept.AddWithout(1);
            }
        }

        return moments;
    }

    /// <summary>Moments of all nodes of a model, by lots of companies.</summary>
    /// <param name="layout">Of the model, without persons employed.</param>
    /// <param name="lots">Per row from the first on, its lot; negative counts nowhere, like rows that follow.</param>
    /// <returns>Of each lot that has companies.</returns>
    public IReadOnlyDictionary<int, StudyMoments> InLots(int model, MomentLayout layout, ReadOnlySpan<int> lots) =>
        new LotMoments(_columns.Places, lots).Of(_columns.ScoresOf(model), layout);

    /// <summary>Moments of a node and the items below it over some companies; the others are left out.</summary>
    /// <param name="nodes">The node, then its items.</param>
    public StudyMoments Items(int model, IReadOnlyList<int> nodes, Func<int, bool> counts)
    {
        var kept = new ItemScores(nodes.Count - 1);
        var moments = new StudyMoments(kept.Layout);
        var scores = new double[kept.Layout.Variables];
        ValueColumn[] ofNodes = [.. nodes.Select(node => _columns.ScoresOf(model)[node])];
        var cells = new CellMoments?[_columns.Places.Things.Count];
        for (var row = 0; row < _columns.Count; row++)
        {
            if (counts(row))
            {
                for (var column = 0; column < ofNodes.Length; column++)
                {
                    scores[column] = ofNodes[column][row];
                }

                kept.Complete(scores);
                var place = _columns.Places.Rows[row];
                (cells[place] ??= moments.At(_columns.Places.Things[place].Stratum, _columns.Places.Things[place].Cell)).Add(scores);
            }
        }

        return moments;
    }

    /// <summary>How often each score of a node occurs in each place.</summary>
    /// <param name="model">The place of the index model.</param>
    /// <param name="condition">Companies of which it is not true count as such without a score; null for none.</param>
    public IReadOnlyList<PlaceScores> ScoresOf(int model, int node, StudyCondition? condition)
    {
        // NaN, of which all are equal here, is missing.
        Dictionary<double, long>[] counts = [.. _columns.Places.Things.Select(_ => new Dictionary<double, long>())];
        Span<byte> truths = stackalloc byte[RowTruths.Block];
        Span<int> places = stackalloc int[RowTruths.Block];
        Span<double> scores = stackalloc double[RowTruths.Block];
        truths.Fill(RowTruths.True);
        var holds = condition is null ? null : _columns.Test(condition);
        for (var from = 0; from < _columns.Count; from += RowTruths.Block)
        {
            var rows = Math.Min(RowTruths.Block, _columns.Count - from);
            holds?.Invoke(from, truths[..rows]);
            _columns.Places.Rows.Read(from, places[..rows]);
            _columns.ScoresOf(model)[node].Read(from, scores[..rows]);
            for (var row = 0; row < rows; row++)
            {
                var score = truths[row] == RowTruths.True ? scores[row] : double.NaN;
                CollectionsMarshal.GetValueRefOrAddDefault(counts[places[row]], score, out _)++;
            }
        }

        return
        [
            .. _columns.Places.Things.Zip(
                counts,
                (place, found) =>
                    new PlaceScores(
                        place.Stratum,
                        place.Cell,
                        [.. found.Where(one => !double.IsNaN(one.Key)).Select(one => new ScoreCount(one.Key, one.Value))],
                        found.GetValueOrDefault(double.NaN)
                    )
            ),
        ];
    }

    private void ByCodes(RowTruths.Fill holds, CodeColumn codes, CodedScores sums, CellMoments[] cells)
    {
        Span<byte> truths = stackalloc byte[RowTruths.Block];
        Span<int> rows = stackalloc int[RowTruths.Block];
        Span<int> places = stackalloc int[RowTruths.Block];
        Span<int> scores = stackalloc int[RowTruths.Block];
        for (var from = 0; from < _columns.Count; from += RowTruths.Block)
        {
            var block = truths[..Math.Min(RowTruths.Block, _columns.Count - from)];
            holds(from, block);
            var found = rows[..RowTruths.TrueRows(block, rows)];
            _columns.Places.Rows.Read(from, found, places);
            codes.Read(from, found, scores);
            sums.Add(places[..found.Length], scores);
        }

        for (var place = 0; place < cells.Length; place++)
        {
            sums.AddTo(place, _columns.Places.Counts[place], cells[place]);
        }
    }

    private void RowByRow(RowTruths.Fill holds, ValueColumn column, ValueColumn? employed, CellMoments[] cells)
    {
        var others = new long[cells.Length];
        Span<byte> truths = stackalloc byte[RowTruths.Block];
        Span<int> places = stackalloc int[RowTruths.Block];
        Span<double> scores = stackalloc double[RowTruths.Block];
        Span<double> persons = stackalloc double[RowTruths.Block];
        persons.Fill(double.NaN);
        for (var from = 0; from < _columns.Count; from += RowTruths.Block)
        {
            var rows = Math.Min(RowTruths.Block, _columns.Count - from);
            holds(from, truths[..rows]);
            _columns.Places.Rows.Read(from, places[..rows]);
            column.Read(from, scores[..rows]);
            employed?.Read(from, persons[..rows]);
            for (var row = 0; row < rows; row++)
            {
                if (truths[row] == RowTruths.True && !double.IsNaN(scores[row]))
                {
                    cells[places[row]].Add(scores.Slice(row, 1), KeptValue.PersonsOf(persons[row]));
                }
                else
                {
                    others[places[row]]++;
                }
            }
        }

        for (var place = 0; place < cells.Length; place++)
        {
            cells[place].AddWithout(others[place]);
        }
    }
}
