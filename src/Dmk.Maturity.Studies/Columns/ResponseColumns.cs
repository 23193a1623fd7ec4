using System.Globalization;
using System.Runtime.InteropServices;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Submitted responses as columns, in the order in which they were added: where each company was drawn, where it counts, which
/// version it answered, a column of scores per node of every index model, and one per kept answer.</summary>
/// <remarks>A row takes one byte for every column in which at most 255 distinct values occur, and one to four for each place.</remarks>
public sealed class ResponseColumns
{
    private readonly PlaceNumbers<(ReportingCell Stratum, ReportingCell Cell)> _places;
    private readonly PlaceNumbers<string> _versions;
    private readonly ValueColumn[][] _scores;

    private readonly KeptColumn[] _kept;

    /// <summary>The places, as moments share them; made anew when one has come.</summary>
    private CellPairs? _pairs;

    /// <param name="nodes">Of each index model of the study.</param>
    /// <param name="kept">How many answers of every company the study keeps.</param>
    public ResponseColumns(IReadOnlyList<int> nodes, int kept) =>
        (_places, _versions, _scores, _kept) = (
            new(),
            new(),
            [.. nodes.Select(ColumnsOf)],
            [.. Enumerable.Range(0, kept).Select(_ => new KeptColumn())]
        );

    private ResponseColumns(BinaryReader reader, IReadOnlyList<int> nodes, int kept)
    {
        _places = PlaceNumbers<(ReportingCell Stratum, ReportingCell Cell)>.Read(reader, ReadPlace);
        _versions = PlaceNumbers<string>.Read(reader, one => one.ReadString());
        _scores = [.. nodes.Select(count => Enumerable.Range(0, count).Select(_ => ValueColumn.Read(reader)).ToArray())];
        _kept = [.. Enumerable.Range(0, kept).Select(_ => KeptColumn.Read(reader))];
    }

    public int Count => _places.Count;

    /// <summary>How many columns take one byte, two, or eight in a row.</summary>
    public IReadOnlyDictionary<int, int> ColumnsOfWidth =>
        _scores.SelectMany(model => model).Concat(_kept.Select(column => column.Values)).CountBy(column => column.Width).ToDictionary();

    /// <summary>All rows, as <see cref="Read"/> takes them on a machine of the same byte order.</summary>
    public void Write(BinaryWriter writer)
    {
        _places.Write(
            writer,
            (one, place) =>
            {
                one.Write(place.Stratum.ToString());
                one.Write(place.Cell.ToString());
            }
        );
        _versions.Write(writer, (one, version) => one.Write(version));
        foreach (var column in _scores.SelectMany(model => model))
        {
            column.Write(writer);
        }

        Array.ForEach(_kept, column => column.Write(writer));
    }

    /// <summary>Reads what <see cref="Write"/> wrote of columns that were made with the same numbers.</summary>
    /// <exception cref="InvalidDataException">It was something else.</exception>
    /// <exception cref="EndOfStreamException">It is cut off.</exception>
    public static ResponseColumns Read(BinaryReader reader, IReadOnlyList<int> nodes, int kept)
    {
        var columns = new ResponseColumns(reader, nodes, kept);
        var counts = columns
            ._scores.SelectMany(model => model.Select(column => column.Count))
            .Concat(columns._kept.Select(column => column.Values.Count))
            .Append(columns._versions.Count);
        return counts.All(count => count == columns.Count) ? columns : throw new InvalidDataException("Columns have different lengths.");
    }

    /// <exception cref="ArgumentException">Scores of other models; nothing is added then.</exception>
    public void Add(
        ReportingCell stratum,
        ReportingCell cell,
        string version,
        IReadOnlyList<double[]> scores,
        IReadOnlyList<KeptValue> kept
    )
    {
        if (kept.Count != _kept.Length || !scores.Select(model => model.Length).SequenceEqual(_scores.Select(model => model.Length)))
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Response {Count + 1} was scored by other models, or other answers of it are kept."
                ),
                nameof(scores)
            );
        }

        for (var model = 0; model < _scores.Length; model++)
        {
            for (var node = 0; node < _scores[model].Length; node++)
            {
                _scores[model][node].Add(scores[model][node]);
            }
        }

        for (var place = 0; place < _kept.Length; place++)
        {
            _kept[place].Add(kept[place]);
        }

        _places.Add((stratum, cell));
        _versions.Add(version);
    }

    /// <summary>Where a company was drawn, and where it counts.</summary>
    public (ReportingCell Stratum, ReportingCell Cell) PlaceOf(int row) => _places[row];

    public string VersionOf(int row) => _versions[row];

    /// <summary>Moments of one node over the companies of which a condition is true. All others count as respondents without a score, so
    /// that weights stay what they are and the figure is one of a part of the population.</summary>
    /// <param name="model">The place of the index model.</param>
    /// <param name="layout">What is kept of the node, which is its only variable. Per person only where the persons employed are the first
    /// of the kept answers.</param>
    public StudyMoments Among(StudyCondition condition, int model, int node, MomentLayout layout)
    {
        var holds = RowTruths.Of(condition.Test, answer => _kept[answer.Place], score => _scores[score.Model][score.Node]);
        if (_pairs?.Keys.Count != _places.Things.Count)
        {
            _pairs = new([.. _places.Things]);
        }

        CellMoments[] cells = [.. _places.Things.Select(_ => new CellMoments(layout))];
        var column = _scores[model][node];
        if (!layout.PerPerson && column is { Codes: { } codes, Values: { } values })
        {
            ByCodes(holds, codes, new(values.All, layout, cells.Length), cells);
        }
        else
        {
            RowByRow(holds, column, layout.PerPerson ? _kept[0].Values : null, cells);
        }

        return StudyMoments.Of(layout, _pairs, cells, node);
    }

    /// <summary>How often each score of a node occurs in each place.</summary>
    /// <param name="model">The place of the index model.</param>
    /// <param name="condition">Companies of which it is not true count as such without a score; null for none.</param>
    public IReadOnlyList<PlaceScores> ScoresOf(int model, int node, StudyCondition? condition)
    {
        // NaN, of which all are equal here, is missing.
        Dictionary<double, long>[] counts = [.. _places.Things.Select(_ => new Dictionary<double, long>())];
        Span<byte> truths = stackalloc byte[RowTruths.Block];
        Span<int> places = stackalloc int[RowTruths.Block];
        Span<double> scores = stackalloc double[RowTruths.Block];
        truths.Fill(RowTruths.True);
        var holds = condition is null
            ? null
            : RowTruths.Of(condition.Test, answer => _kept[answer.Place], score => _scores[score.Model][score.Node]);
        for (var from = 0; from < Count; from += RowTruths.Block)
        {
            var rows = Math.Min(RowTruths.Block, Count - from);
            holds?.Invoke(from, truths[..rows]);
            _places.Rows.Read(from, places[..rows]);
            _scores[model][node].Read(from, scores[..rows]);
            for (var row = 0; row < rows; row++)
            {
                var score = truths[row] == RowTruths.True ? scores[row] : double.NaN;
                CollectionsMarshal.GetValueRefOrAddDefault(counts[places[row]], score, out _)++;
            }
        }

        return
        [
            .. _places.Things.Zip(
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
        for (var from = 0; from < Count; from += RowTruths.Block)
        {
            var block = truths[..Math.Min(RowTruths.Block, Count - from)];
            holds(from, block);
            var found = rows[..RowTruths.TrueRows(block, rows)];
            _places.Rows.Read(from, found, places);
            codes.Read(from, found, scores);
            sums.Add(places[..found.Length], scores);
        }

        for (var place = 0; place < cells.Length; place++)
        {
            sums.AddTo(place, _places.Counts[place], cells[place]);
        }
    }

    /// <summary>The same over some companies; the others are left out, and nothing is kept per person.</summary>
    /// <param name="layout">Of the node alone.</param>
    public StudyMoments Among(StudyCondition condition, int model, int node, MomentLayout layout, Func<int, bool> counts)
    {
        var (truths, moments) = (Truths([condition]), new StudyMoments(layout) { Node = node });
        var column = _scores[model][node];
        Span<double> score = stackalloc double[1];
        for (var row = 0; row < Count; row++)
        {
            if (!counts(row))
            {
                continue;
            }

            var (stratum, cell) = PlaceOf(row);
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
        new LotMoments(_places, lots).Of(_scores[model], layout);

    /// <summary>The first rows in groups.</summary>
    /// <param name="marks">Of each of them: rows with different ones are in different groups, and those with a negative one in
    /// none.</param>
    public RowGroups Grouped(ReadOnlySpan<long> marks)
    {
        var patterns = new PatternRows([.. _scores.SelectMany(model => model)]);
        var numbers = new Dictionary<(int Place, int Pattern, long Mark), int>();
        var (groups, counts, groupOf) = (new List<(int Place, int Pattern, long Mark)>(), new List<long>(), new int[marks.Length]);
        Span<int> ofBlock = stackalloc int[PatternRows.Block];
        for (var from = 0; from < marks.Length; from += PatternRows.Block)
        {
            var block = ofBlock[..Math.Min(PatternRows.Block, marks.Length - from)];
            patterns.Read(from, block);
            for (var row = from; row < from + block.Length; row++)
            {
                if (marks[row] < 0)
                {
                    groupOf[row] = -1;
                    continue;
                }

                var key = (_places.Rows[row], block[row - from], marks[row]);
                if (!numbers.TryGetValue(key, out groupOf[row]))
                {
                    numbers.Add(key, groupOf[row] = groups.Count);
                    groups.Add(key);
                    counts.Add(0);
                }

                counts[groupOf[row]]++;
            }
        }

        return new(groupOf, [.. groups.Zip(counts, Group)]);

        RowGroup Group((int Place, int Pattern, long Mark) key, long count)
        {
            var (stratum, cell) = _places.Things[key.Place];
            return new(stratum, cell, patterns.Patterns[key.Pattern], key.Mark, count);
        }
    }

    /// <summary>Per row, bit for bit, which conditions are true; what is not known is not true.</summary>
    public int[] Truths(IReadOnlyList<StudyCondition> conditions)
    {
        var found = new int[Count];
        Span<byte> truths = stackalloc byte[RowTruths.Block];
        foreach (var (place, condition) in conditions.Index())
        {
            var holds = RowTruths.Of(condition.Test, answer => _kept[answer.Place], score => _scores[score.Model][score.Node]);
            for (var from = 0; from < Count; from += RowTruths.Block)
            {
                var rows = Math.Min(RowTruths.Block, Count - from);
                holds(from, truths[..rows]);
                for (var row = 0; row < rows; row++)
                {
                    found[from + row] |= truths[row] == RowTruths.True ? 1 << place : 0;
                }
            }
        }

        return found;
    }

    private void RowByRow(RowTruths.Fill holds, ValueColumn column, ValueColumn? employed, CellMoments[] cells)
    {
        var others = new long[cells.Length];
        Span<byte> truths = stackalloc byte[RowTruths.Block];
        Span<int> places = stackalloc int[RowTruths.Block];
        Span<double> scores = stackalloc double[RowTruths.Block];
        Span<double> persons = stackalloc double[RowTruths.Block];
        persons.Fill(double.NaN);
        for (var from = 0; from < Count; from += RowTruths.Block)
        {
            var rows = Math.Min(RowTruths.Block, Count - from);
            holds(from, truths[..rows]);
            _places.Rows.Read(from, places[..rows]);
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

    /// <summary>Moments of a node and the items below it over some companies; the others are left out.</summary>
    /// <param name="nodes">The node, then its items.</param>
    public StudyMoments Items(int model, IReadOnlyList<int> nodes, Func<int, bool> counts)
    {
        var kept = new ItemScores(nodes.Count - 1);
        var moments = new StudyMoments(kept.Layout);
        var scores = new double[kept.Layout.Variables];
        ValueColumn[] columns = [.. nodes.Select(node => _scores[model][node])];
        var cells = new CellMoments?[_places.Things.Count];
        for (var row = 0; row < Count; row++)
        {
            if (counts(row))
            {
                for (var column = 0; column < columns.Length; column++)
                {
                    scores[column] = columns[column][row];
                }

                kept.Complete(scores);
                var place = _places.Rows[row];
                (cells[place] ??= moments.At(_places.Things[place].Stratum, _places.Things[place].Cell)).Add(scores);
            }
        }

        return moments;
    }

    /// <summary>Counts the scores of those companies of a group that count, in hundredths of the scale.</summary>
    /// <param name="own">Per node that of the company that is set beside them, likewise in hundredths; NaN is missing.</param>
    public IReadOnlyList<PeerTally> Peers(
        PeerGroup group,
        (int Model, IReadOnlyList<int> Nodes) where,
        (double From, double To) scale,
        IReadOnlyList<double> own,
        Func<int, bool> counts
    )
    {
        PeerTally[] tallies = [.. own.Select(score => new PeerTally(score))];
        ValueColumn[] columns = [.. where.Nodes.Select(node => _scores[where.Model][node])];
        (bool Has, bool Drawn)[] places = [.. _places.Things.Select(place => (group.Has(place.Cell), group.Has(place.Stratum)))];
        for (var row = 0; row < Count; row++)
        {
            var (has, drawn) = places[_places.Rows[row]];
            if (has && counts(row))
            {
                for (var column = 0; column < columns.Length; column++)
                {
                    var score = PeerRule.InHundredths(columns[column][row], scale);
                    if (drawn)
                    {
                        tallies[column].AddDrawn(score);
                    }
                    else
                    {
                        tallies[column].AddMoved(score);
                    }
                }
            }
        }

        return tallies;
    }

    /// <summary>One of the kept answers of a company.</summary>
    public KeptValue KeptOf(int row, int place) => _kept[place][row];

    /// <summary>Of one node of a model; NaN is missing.</summary>
    public double ScoreOf(int row, int model, int node) => _scores[model][node][row];

    /// <summary>The persons that a company employs, where they are the first of the kept answers; NaN where it has not said.</summary>
    public double PersonsOf(int row) => KeptValue.PersonsOf(_kept[0].Values[row]);

    /// <summary>Fills one score per node of a model; NaN is missing.</summary>
    public void Scores(int row, int model, Span<double> scores)
    {
        for (var node = 0; node < scores.Length; node++)
        {
            scores[node] = _scores[model][node][row];
        }
    }

    /// <summary>Per index model, one score per node; NaN is missing.</summary>
    public double[][] Scores(int row) => [.. _scores.Select(columns => columns.Select(column => column[row]).ToArray())];

    private static (ReportingCell Stratum, ReportingCell Cell) ReadPlace(BinaryReader reader) =>
        (ReportingCell.Parse(reader.ReadString()), ReportingCell.Parse(reader.ReadString()));

    private static ValueColumn[] ColumnsOf(int nodes) => [.. Enumerable.Range(0, nodes).Select(_ => new ValueColumn())];
}
