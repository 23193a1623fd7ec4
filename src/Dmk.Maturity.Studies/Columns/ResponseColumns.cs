using System.Globalization;

namespace Dmk.Maturity.Studies;

/// <summary>Submitted responses as columns, in the order in which they were added: where each company was drawn, where it counts, which
/// version it answered, a column of scores per node of every index model, and one per kept answer.</summary>
/// <remarks>A row takes one byte for every column in which at most 255 distinct values occur, and one to four for each place.</remarks>
public sealed class ResponseColumns
{
    private readonly PlaceNumbers<string> _versions;
    private readonly ValueColumn[][] _scores;

    private readonly KeptColumn[] _kept;

    /// <param name="nodes">Of each index model of the study.</param>
    /// <param name="kept">How many answers of every company the study keeps.</param>
    public ResponseColumns(IReadOnlyList<int> nodes, int kept) =>
        (Moments, Places, _versions, _scores, _kept) = (
            new(this),
            new(),
            new(),
            [.. nodes.Select(ColumnsOf)],
            [.. Enumerable.Range(0, kept).Select(_ => new KeptColumn())]
        );

    private ResponseColumns(BinaryReader reader, IReadOnlyList<int> nodes, int kept)
    {
        Moments = new(this);
        Places = PlaceNumbers<(ReportingCell Stratum, ReportingCell Cell)>.Read(reader, ReadPlace);
        _versions = PlaceNumbers<string>.Read(reader, one => one.ReadString());
        _scores = [.. nodes.Select(count => Enumerable.Range(0, count).Select(_ => ValueColumn.Read(reader)).ToArray())];
        _kept = [.. Enumerable.Range(0, kept).Select(_ => KeptColumn.Read(reader))];
    }

    public int Count => Places.Count;

    /// <summary>What the rows add up to.</summary>
    public ResponseMoments Moments { get; }

    /// <summary>Where each company was drawn and where it counts.</summary>
    internal PlaceNumbers<(ReportingCell Stratum, ReportingCell Cell)> Places { get; }

    /// <summary>How many columns take one byte, two, or eight in a row.</summary>
    public IReadOnlyDictionary<int, int> ColumnsOfWidth =>
        _scores.SelectMany(model => model).Concat(_kept.Select(column => column.Values)).CountBy(column => column.Width).ToDictionary();

    /// <summary>All rows, as <see cref="Read"/> takes them on a machine of the same byte order.</summary>
    public void Write(BinaryWriter writer)
    {
        Places.Write(
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

        Places.Add((stratum, cell));
        _versions.Add(version);
    }

    /// <summary>Where a company was drawn, and where it counts.</summary>
    public (ReportingCell Stratum, ReportingCell Cell) PlaceOf(int row) => Places[row];

    public string VersionOf(int row) => _versions[row];

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

                var key = (Places.Rows[row], block[row - from], marks[row]);
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
            var (stratum, cell) = Places.Things[key.Place];
            return new(stratum, cell, patterns.Patterns[key.Pattern], key.Mark, count);
        }
    }

    /// <summary>Of a model, node by node.</summary>
    internal IReadOnlyList<ValueColumn> ScoresOf(int model) => _scores[model];

    /// <summary>One of the kept answers.</summary>
    internal KeptColumn Kept(int place) => _kept[place];

    /// <summary>Tells of blocks of rows whether a condition is true.</summary>
    internal RowTruths.Fill Test(StudyCondition condition) =>
        RowTruths.Of(condition.Test, answer => _kept[answer.Place], score => _scores[score.Model][score.Node]);

    /// <summary>Per row, bit for bit, which conditions are true; what is not known is not true.</summary>
    public int[] Truths(IReadOnlyList<StudyCondition> conditions)
    {
        var found = new int[Count];
        Span<byte> truths = stackalloc byte[RowTruths.Block];
        foreach (var (place, condition) in conditions.Index())
        {
            var holds = Test(condition);
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
        (bool Has, bool Drawn)[] places = [.. Places.Things.Select(place => (group.Has(place.Cell), group.Has(place.Stratum)))];
        for (var row = 0; row < Count; row++)
        {
            var (has, drawn) = places[Places.Rows[row]];
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
