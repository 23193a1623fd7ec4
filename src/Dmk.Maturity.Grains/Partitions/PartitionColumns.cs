using System.Globalization;
using System.Runtime.InteropServices;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>The submissions of one Land in one study, in the order of their numbers, as columns; and the live moments of each index
/// model.</summary>
internal sealed class PartitionColumns
{
    private readonly ResponseColumns _rows;

    /// <summary>Counted along, so that telling them costs the same for many respondents as for few.</summary>
    private readonly Dictionary<string, long> _respondentsOf = new(StringComparer.Ordinal);
    private readonly StudyMoments[] _live;

    /// <param name="layouts">Per index model of the study, what is kept of its nodes.</param>
    /// <param name="kept">How many answers of every company the study keeps; the first is the persons employed where a layout is per
    /// person.</param>
    public PartitionColumns(IReadOnlyList<MomentLayout> layouts, int kept)
    {
        _rows = new([.. layouts.Select(layout => layout.Variables)], kept);
        _live = [.. layouts.Select(layout => new StudyMoments(layout))];
    }

    private PartitionColumns(BinaryReader reader, IReadOnlyList<MomentLayout> layouts, int kept)
    {
        _rows = ResponseColumns.Read(reader, [.. layouts.Select(layout => layout.Variables)], kept);
        _live = [.. layouts.Select(layout => StudyMoments.Read(reader, layout))];
        for (var row = 0; row < _rows.Count; row++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_respondentsOf, _rows.VersionOf(row), out _)++;
        }
    }

    /// <summary>All of it, as <see cref="Read"/> takes it.</summary>
    public void Write(BinaryWriter writer)
    {
        _rows.Write(writer);
        Array.ForEach(_live, moments => moments.Write(writer));
    }

    /// <summary>Reads what <see cref="Write"/> wrote of columns that were made with the same layouts.</summary>
    /// <exception cref="InvalidDataException">It was something else.</exception>
    public static PartitionColumns Read(BinaryReader reader, IReadOnlyList<MomentLayout> layouts, int kept)
    {
        var columns = new PartitionColumns(reader, layouts, kept);
        return
            Array.TrueForAll(columns._live, moments => moments.Respondents == columns.Highest)
            && reader.BaseStream.Position == reader.BaseStream.Length
            ? columns
            : throw new InvalidDataException("Columns and moments are of different companies, or more follows them.");
    }

    /// <summary>The number of the last submission; they begin with 1 and have no gaps.</summary>
    public long Highest => _rows.Count;

    /// <exception cref="ArgumentException">Not the next one, or scores of other models.</exception>
    public void Add(PartitionSubmission unit)
    {
        if (unit.Sequence != Highest + 1)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Submission {unit.Sequence} does not follow {Highest}."),
                nameof(unit)
            );
        }

        var kept = KeptValues.Read(unit.Kept);
        _rows.Add(unit.Stratum, unit.Cell, unit.QuestionnaireVersion, unit.Scores, kept);
        for (var model = 0; model < _live.Length; model++)
        {
            _live[model].At(unit.Stratum, unit.Cell).Add(unit.Scores[model], _live[model].Layout.PerPerson ? kept[0].Persons : double.NaN);
        }

        _respondentsOf[unit.QuestionnaireVersion] = _respondentsOf.GetValueOrDefault(unit.QuestionnaireVersion) + 1;
    }

    /// <summary>As they are now; the live moments go on changing.</summary>
    public StudyMoments Live(int model) => _live[model].Snapshot();

    /// <summary>Of one node over the companies of which a condition is true; all others without a score.</summary>
    public StudyMoments Among(StudyCondition where, int model, int node, Estimand estimand) =>
        _rows.Moments.Among(
            where,
            model,
            node,
            _live[model].Layout.Alone(node) with
            {
                PerPerson = estimand == Estimand.PerPersonEmployed,
            }
        );

    /// <summary>How often each score of a node occurs.</summary>
    /// <param name="where">Companies of which it is not true count as such without a score; null for none.</param>
    public PartitionScores Scores(StudyCondition? where, int model, int node) =>
        new(Highest, Versions(), [.. _rows.Moments.ScoresOf(model, node, where).Select(PartitionPlace.Of)]);

    /// <summary>Moments of one node over those that a table of readers is made from, without a score where a condition is not
    /// true.</summary>
    public StudyMoments AmongShown(StudyCondition where, int model, int node, ShownPart shown)
    {
        var wanted = shown.Histories.ToHashSet();
        return _rows.Moments.Among(
            where,
            model,
            node,
            _live[model].Layout.Alone(node) with
            {
                PerPerson = false,
            },
            row => wanted.Contains(shown.Rows.Of(row))
        );
    }

    /// <summary>Those that have one of some histories in groups, in the order of their first one.</summary>
    public ConditionedGroups Conditioned(IReadOnlyList<StudyCondition> conditions, ShownPart shown)
    {
        var (truths, wanted, marks) = (_rows.Truths(conditions), shown.Histories.ToHashSet(), new long[_rows.Count]);
        for (var row = 0; row < marks.Length; row++)
        {
            var history = shown.Rows.Of(row);
            marks[row] = wanted.Contains(history) ? ((long)history << 32) | (uint)truths[row] : -1;
        }

        var groups = _rows.Grouped(marks).Groups;
        return new([.. groups.Select(group => GroupOf(group, (int)(group.Mark >> 32)))], [.. groups.Select(group => (int)group.Mark)]);
    }

    /// <summary>Of a node and the items below it.</summary>
    /// <param name="shown">Which submissions count; null for all.</param>
    public StudyMoments Items(int model, IReadOnlyList<int> nodes, ShownPart? shown)
    {
        var wanted = shown?.Histories.ToHashSet();
        return _rows.Moments.Items(model, nodes, row => wanted is null || wanted.Contains(shown!.Rows.Of(row)));
    }

    /// <summary>Counts the peers of a company.</summary>
    public PeerTally[] Peers(PeerQuestion question, Study study)
    {
        var (wanted, shown, model) = (question.Shown.Histories.ToHashSet(), question.Shown.Rows, study.Indices[question.Model]);
        return
        [
            .. _rows.Peers(
                question.Group(study.Design),
                (question.Model, question.Nodes),
                (model.ScaleFrom, model.ScaleTo),
                question.Own,
                row => wanted.Contains(shown.Of(row))
            ),
        ];
    }

    /// <summary>Of all respondents.</summary>
    public VersionMix Versions() => VersionMix.Of(_respondentsOf);

    /// <summary>The submissions up to one in groups, in the order of their first one.</summary>
    public PartitionGroups Groups(ShownRows shown, long upTo) =>
        new(upTo, [.. Grouped(shown, upTo).Groups.Select(group => GroupOf(group, (int)group.Mark))]);

    /// <summary>The same groups, those apart that have unlike scores under further models.</summary>
    /// <param name="nodes">Of the models of these columns.</param>
    /// <param name="further">Of further models, in the order in which their nodes follow.</param>
    public PartitionGroups GroupsUnder(
        ShownRows shown,
        long upTo,
        int nodes,
        IReadOnlyList<(int Nodes, PartitionPatterns Patterns)> further
    )
    {
        var (known, numberOf, marks) = (new List<ScorePattern>(), new Dictionary<string, int>(StringComparer.Ordinal), new long[upTo]);
        for (var row = 0; row < marks.Length; row++)
        {
            var (pattern, width) = (new ScorePattern(""), 0);
            foreach (var (count, patterns) in further)
            {
                pattern = pattern.Followed(width, new(patterns.Patterns[patterns.Of[row]]), count);
                width += count;
            }

            if (!numberOf.TryGetValue(pattern.Bits, out var number))
            {
                numberOf.Add(pattern.Bits, number = known.Count);
                known.Add(pattern);
            }

            marks[row] = ((long)shown.Of(row) << 32) | (uint)number;
        }

        var furtherNodes = further.Sum(one => one.Nodes);
        return new(
            upTo,
            [
                .. _rows
                    .Grouped(marks)
                    .Groups.Select(group =>
                        GroupOf(
                            group with
                            {
                                Scores = group.Scores.Followed(nodes, known[(int)group.Mark], furtherNodes),
                            },
                            (int)(group.Mark >> 32)
                        )
                    ),
            ]
        );
    }

    /// <summary>Of the submissions up to one.</summary>
    public PartitionPatterns Patterns(long upTo)
    {
        var rows = _rows.Grouped(new long[upTo]);
        return new([.. rows.Groups.Select(group => group.Scores.Bits)], [.. rows.Of]);
    }

    public ShownRows Enter(ShownRows shown, PartitionGroups groups, int[] histories) =>
        new([.. Grouped(shown, groups.UpTo).Of.Select(group => histories[group])]);

    /// <summary>Moments of those that have one of some histories.</summary>
    /// <returns>Per history; those of nobody where nobody has it.</returns>
    public StudyMoments[] Shown(int model, ShownRows shown, int[] histories)
    {
        // What is shown per person is of other companies, and made when somebody asks for it.
        var layout = _live[model].Layout with
        {
            PerPerson = false,
        };
        var wanted = histories.ToHashSet();
        var lots = shown.Histories.AsSpan(0, (int)Math.Min(shown.Histories.Length, Highest)).ToArray();
        for (var row = 0; row < lots.Length; row++)
        {
            lots[row] = wanted.Contains(lots[row]) ? lots[row] : -1;
        }

        var found = _rows.Moments.InLots(model, layout, lots);
        return [.. histories.Select(history => found.GetValueOrDefault(history) ?? new StudyMoments(layout))];
    }

    /// <summary>Of the respondents that a table of readers is made from.</summary>
    public VersionMix Versions(ShownPart shown) => VersionMix.Of(RowsOf(shown).CountBy(_rows.VersionOf).Select(Long));

    /// <summary>The companies that figures per person employed are made from, in groups.</summary>
    /// <param name="nodes">Per model the places of the index and its dimensions.</param>
    public PartitionPersons[] Persons(ShownPart shown, int[][] nodes)
    {
        var counts = new OrderedDictionary<PartitionPersons, long>();
        foreach (var row in RowsOf(shown))
        {
            double[][] scores = [.. nodes.Select((places, model) => places.Select(node => _rows.ScoreOf(row, model, node)).ToArray())];
            var (stratum, cell) = _rows.PlaceOf(row);
            var group = new PartitionPersons(stratum, cell, ScorePattern.Of(scores).Bits, _rows.PersonsOf(row), 0);
            counts[group] = counts.GetValueOrDefault(group) + 1;
        }

        return [.. counts.Select(group => group.Key with { Count = group.Value })];
    }

    /// <summary>Of one node, by the persons employed, too.</summary>
    public StudyMoments PerPerson(int model, int node, ShownPart shown)
    {
        var moments = new StudyMoments(PersonGroup.Layout) { Node = node };
        foreach (var row in RowsOf(shown))
        {
            var (stratum, cell) = _rows.PlaceOf(row);
            moments.At(stratum, cell).Add([_rows.ScoreOf(row, model, node)], _rows.PersonsOf(row));
        }

        return moments;
    }

    /// <summary>Where the company of a submission was drawn, and where it counts.</summary>
    public (ReportingCell Stratum, ReportingCell Cell) PlaceOf(long sequence) => _rows.PlaceOf((int)(sequence - 1));

    /// <summary>NaN is missing.</summary>
    public double ScoreOf(long sequence, int model, int node) => _rows.ScoreOf((int)(sequence - 1), model, node);

    private IEnumerable<int> RowsOf(ShownPart shown)
    {
        var wanted = shown.Histories.ToHashSet();
        return Enumerable.Range(0, Math.Min(shown.Rows.Histories.Length, _rows.Count)).Where(row => wanted.Contains(shown.Rows.Of(row)));
    }

    private RowGroups Grouped(ShownRows shown, long upTo)
    {
        var marks = new long[upTo];
        for (var row = 0; row < marks.Length; row++)
        {
            marks[row] = shown.Of(row);
        }

        return _rows.Grouped(marks);
    }

    private static PartitionGroup GroupOf(RowGroup group, int history) =>
        new(group.Stratum, group.Cell, group.Scores.Bits, history, group.Count);

    private static KeyValuePair<string, long> Long(KeyValuePair<string, int> count) => KeyValuePair.Create(count.Key, (long)count.Value);
}
