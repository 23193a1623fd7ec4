using System.Globalization;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>The submissions of one Land in one study, in the order of their numbers: where each was drawn, where it counts, a column of
/// scores per node; and the live moments of each index model.</summary>
internal sealed class PartitionColumns
{
    private readonly List<(ReportingCell Stratum, ReportingCell Cell)> _places = [];
    private readonly List<string> _versions = [];

    /// <summary>Counted along, so that telling them costs the same for many respondents as for few.</summary>
    private readonly Dictionary<string, long> _respondentsOf = new(StringComparer.Ordinal);
    private readonly List<double>[][] _scores;
    private readonly StudyMoments[] _live;

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

    /// <summary>The submissions up to one in groups, in the order of their first one.</summary>
    public PartitionGroups Groups(ShownRows shown, long upTo)
    {
        var counts = new OrderedDictionary<PartitionGroup, long>();
        for (var row = 0; row < upTo; row++)
        {
            var group = GroupOf(row, shown);
            counts[group] = counts.GetValueOrDefault(group) + 1;
        }

        return new(upTo, [.. counts.Select(group => group.Key with { Count = group.Value })]);
    }

    public ShownRows Enter(ShownRows shown, PartitionGroups groups, int[] histories)
    {
        var historyOf = groups.Groups.Index().ToDictionary(group => group.Item with { Count = 0 }, group => histories[group.Index]);
        return new([.. Enumerable.Range(0, (int)groups.UpTo).Select(row => historyOf[GroupOf(row, shown)])]);
    }

    public PartitionMoments Shown(int model, ShownRows shown, int[] histories)
    {
        var (moments, wanted) = (new StudyMoments(_live[model].Layout), histories.ToHashSet());
        int[] rows = [.. Enumerable.Range(0, Math.Min(shown.Histories.Length, _places.Count)).Where(row => wanted.Contains(shown.Of(row)))];
        var scores = new double[_scores[model].Length];
        foreach (var row in rows)
        {
            for (var node = 0; node < scores.Length; node++)
            {
                scores[node] = _scores[model][node][row];
            }

            moments.At(_places[row].Stratum, _places[row].Cell).Add(scores);
        }

        return new(Highest, moments, VersionMix.Of(rows.CountBy(row => _versions[row]).Select(Long)));
    }

    private PartitionGroup GroupOf(int row, ShownRows shown) =>
        new(_places[row].Stratum, _places[row].Cell, PatternOf(row).Bits, shown.Of(row), 0);

    private ScorePattern PatternOf(int row) =>
        ScorePattern.Of([.. _scores.Select(columns => columns.Select(column => column[row]).ToArray())]);

    private static KeyValuePair<string, long> Long(KeyValuePair<string, int> count) => KeyValuePair.Create(count.Key, (long)count.Value);
}
