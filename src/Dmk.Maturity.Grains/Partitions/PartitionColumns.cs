using System.Globalization;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>The submissions of one Land in one study, in the order of their numbers: where each was drawn, where it counts, a column of
/// scores per node; and the live moments of each index model.</summary>
internal sealed class PartitionColumns
{
    private readonly List<(ReportingCell Stratum, ReportingCell Cell)> _places = [];
    private readonly Dictionary<ReportingCell, List<int>> _rowsOf = [];
    private readonly List<string> _versions = [];

    /// <summary>Counted along, so that telling them costs the same for many respondents as for few.</summary>
    private readonly Dictionary<string, long> _respondentsOf = new(StringComparer.Ordinal);
    private readonly List<double>[][] _scores;
    private readonly StudyMoments[] _live;

    /// <summary>What was last computed for a cell, and for which mark: most cells stay as they are when others advance.</summary>
    private readonly Dictionary<(int Model, ReportingCell Cell), (CellMark Mark, StudyMoments Moments)> _shown = [];

    /// <param name="layouts">Per index model of the study, what is kept of its nodes.</param>
    public PartitionColumns(IReadOnlyList<MomentLayout> layouts)
    {
        _scores = [.. layouts.Select(layout => Enumerable.Range(0, layout.Variables).Select(_ => new List<double>()).ToArray())];
        _live = [.. layouts.Select(layout => new StudyMoments(layout))];
    }

    /// <summary>The number of the last submission; they begin with 1 and have no gaps.</summary>
    public long Highest => _places.Count;

    /// <exception cref="ArgumentException">Not the next one, or scores of other models.</exception>
    public void Add(PartitionSubmission unit)
    {
        if (
            unit.Sequence != Highest + 1
            || !unit.Scores.Select(scores => scores.Length).SequenceEqual(_scores.Select(columns => columns.Length))
        )
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Submission {unit.Sequence} does not follow {Highest}, or was scored by other models."
                ),
                nameof(unit)
            );
        }

        for (var model = 0; model < _scores.Length; model++)
        {
            _live[model].At(unit.Stratum, unit.Cell).Add(unit.Scores[model]);
            for (var node = 0; node < _scores[model].Length; node++)
            {
                _scores[model][node].Add(unit.Scores[model][node]);
            }
        }

        if (!_rowsOf.TryGetValue(unit.Cell, out var rows))
        {
            _rowsOf.Add(unit.Cell, rows = []);
        }

        rows.Add(_places.Count);
        _places.Add((unit.Stratum, unit.Cell));
        _versions.Add(unit.QuestionnaireVersion);
        _respondentsOf[unit.QuestionnaireVersion] = _respondentsOf.GetValueOrDefault(unit.QuestionnaireVersion) + 1;
    }

    /// <summary>A copy: the live moments go on changing.</summary>
    public StudyMoments Live(int model)
    {
        var copy = new StudyMoments(_live[model].Layout);
        copy.Merge(_live[model]);
        return copy;
    }

    /// <summary>Of all respondents.</summary>
    public VersionMix Versions() => VersionMix.Of(_respondentsOf);

    /// <summary>Of those that are shown.</summary>
    public VersionMix Versions(PartitionMarks shown) =>
        VersionMix.Of(
            _rowsOf
                .SelectMany(cell => cell.Value.Take(RowsUpTo(cell.Value, shown.Of(cell.Key).Units)))
                .CountBy(row => _versions[row])
                .Select(Long)
        );

    public PendingUnits Pending(PartitionMarks shown) =>
        new(
            Highest,
            [
                .. _rowsOf
                    .Select(cell =>
                        KeyValuePair.Create(cell.Key, (long)(cell.Value.Count - RowsUpTo(cell.Value, shown.Of(cell.Key).Units)))
                    )
                    .Where(cell => cell.Value > 0),
            ]
        );

    public PendingScores[] PendingScores(PartitionMarks shown) =>
        [
            .. _rowsOf
                .Where(cell => shown.Of(cell.Key).IsBehind)
                .Select(cell => new PendingScores(cell.Key, Count(cell.Value, shown.Of(cell.Key)))),
        ];

    public StudyMoments Shown(int model, PartitionMarks shown)
    {
        var moments = new StudyMoments(_live[model].Layout);
        foreach (var (cell, rows) in _rowsOf)
        {
            var mark = shown.Of(cell);
            if (!_shown.TryGetValue((model, cell), out var kept) || !ReferenceEquals(kept.Mark, mark))
            {
                _shown[(model, cell)] = kept = (mark, Shown(model, cell, rows, mark));
            }

            moments.Merge(kept.Moments);
        }

        return moments;
    }

    private StudyMoments Shown(int model, ReportingCell cell, List<int> rows, CellMark mark)
    {
        var moments = new StudyMoments(_live[model].Layout);
        var upTo = Enumerable.Range(0, _scores[model].Length).Select(node => mark.Node(model, node)).ToArray();
        var scores = new double[upTo.Length];
        foreach (var row in rows.Take(RowsUpTo(rows, mark.Units)))
        {
            for (var node = 0; node < scores.Length; node++)
            {
                scores[node] = row < upTo[node] ? _scores[model][node][row] : double.NaN;
            }

            moments.At(_places[row].Stratum, cell).Add(scores);
        }

        return moments;
    }

    private long[][] Count(List<int> rows, CellMark mark)
    {
        var upTo = RowsUpTo(rows, mark.Units);
        return
        [
            .. _scores.Select(
                (columns, model) =>
                    columns
                        .Select(
                            (column, node) =>
                                rows.Take(upTo).Skip(RowsUpTo(rows, mark.Node(model, node))).LongCount(row => !double.IsNaN(column[row]))
                        )
                        .ToArray()
            ),
        ];
    }

    private static KeyValuePair<string, long> Long(KeyValuePair<string, int> count) => KeyValuePair.Create(count.Key, (long)count.Value);

    /// <summary>How many of the rows have a number up to the mark: row 0 is submission 1.</summary>
    private static int RowsUpTo(List<int> rows, long mark)
    {
        var found = rows.BinarySearch((int)Math.Min(mark, int.MaxValue));
        return found >= 0 ? found : ~found;
    }
}
