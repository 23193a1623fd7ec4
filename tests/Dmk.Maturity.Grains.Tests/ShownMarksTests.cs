using CsCheck;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>The rule over time, for any order of submissions: what readers see changes by none or by at least three, respondents and
/// scores alike.</summary>
public sealed class ShownMarksTests
{
    private const int Minimum = 3;
    private static readonly int[] _nodes = [3, 1];
    private static readonly MomentLayout[] _layouts = [new(3) { Crossed = [1, 2] }, new(1)];
    private static readonly string[] _laender = ["BE", "SN"];
    private static readonly StudyDesign _design = StudyDesign
        .Parse(Server.Small("study.yaml"), "study.yaml", Server.Classifications)
        .OrThrow();

    private static readonly ReportingVariable[][] _lattice =
    [
        [],
        [Variable("land")],
        [Variable("sector")],
        [Variable("size")],
        [Variable("land"), Variable("sector")],
    ];

    private static readonly AdmissionRule _rule = new(_design.Variables, _lattice, Minimum);

    private static readonly Gen<ReportingCell> _cells =
        from land in Gen.Int[0, 1].Select(place => _laender[place])
        from sector in Gen.Bool.Select(builds => builds ? "construction" : "manufacturing")
        from size in Gen.Bool.Select(small => small ? "S1" : "S2")
        select ReportingCell.Of(land, sector, size);

    /// <summary>A few companies have moved to another cell, even to another Land; some scores are missing.</summary>
    private static readonly Gen<PartitionSubmission> _units =
        from stratum in _cells
        from moved in _cells
        from stays in Gen.Int[0, 9]
        from scores in Gen.Double[0, 100].Array[4]
        from missing in Gen.Int[0, 3].Array[4]
        from version in Gen.Int[0, 3].Select(draw => draw == 0 ? "1.1.0" : "1.0.0")
        let known = scores.Zip(missing, (score, gap) => gap == 0 ? double.NaN : score).ToArray()
        select new PartitionSubmission(0, stratum, stays > 0 ? stratum : moved, [known[..3], known[3..]], version);

    [Fact]
    public void Every_cell_of_every_table_changes_by_none_or_at_least_three() =>
        Gen.Select(_units.List[1, 80], Gen.Int[1, 6])
            .Sample(
                (units, pace) =>
                {
                    var partitions = _laender.ToDictionary(land => land, _ => new PartitionColumns(_layouts));
                    var marks = ShownMarks.Nothing;
                    var before = Seen(partitions, marks);
                    foreach (var (place, unit) in units.Index())
                    {
                        var partition = partitions[unit.Stratum.Land];
                        partition.Add(unit with { Sequence = partition.Highest + 1 });
                        if (place % pace == 0)
                        {
                            marks = Stored(Advanced(partitions, marks));
                            var now = Seen(partitions, marks);
                            Assert.All(
                                now,
                                count =>
                                    Assert.True(
                                        count.Value - before.GetValueOrDefault(count.Key) is 0 or >= Minimum,
                                        $"{count.Key}: {before.GetValueOrDefault(count.Key)} -> {count.Value}"
                                    )
                            );
                            Assert.All(
                                before,
                                count => Assert.True(now.GetValueOrDefault(count.Key) >= count.Value, $"{count.Key} has lost some.")
                            );
                            Assert.All(
                                Marks(marks),
                                mark => Assert.All(mark.Lagging, held => Assert.InRange(held.Mark, 0, mark.Units - 1))
                            );
                            before = now;
                        }
                    }
                },
                iter: 300
            );

    [Fact]
    public void What_is_shown_are_the_respondents_up_to_the_mark_with_the_scores_up_to_theirs() =>
        _units
            .List[1, 60]
            .Sample(
                units =>
                {
                    var columns = new PartitionColumns(_layouts);
                    var numbered = units.Select((unit, place) => unit with { Sequence = place + 1 }).ToArray();
                    Array.ForEach(numbered, columns.Add);
                    var marks = new PartitionMarks(
                        numbered
                            .Select(unit => unit.Cell)
                            .Distinct()
                            .Index()
                            .ToDictionary(
                                cell => cell.Item,
                                cell => new CellMark(
                                    units.Count - cell.Index,
                                    [new LaggingNode(0, 1, units.Count / 2), new LaggingNode(1, 0, 0)]
                                )
                            )
                    );
                    foreach (var (model, layout) in _layouts.Index())
                    {
                        var expected = new StudyMoments(layout);
                        foreach (var unit in numbered.Where(unit => unit.Sequence <= marks.Of(unit.Cell).Units))
                        {
                            expected
                                .At(unit.Stratum, unit.Cell)
                                .Add([
                                    .. unit.Scores[model]
                                        .Select(
                                            (score, node) => unit.Sequence <= marks.Of(unit.Cell).Node(model, node) ? score : double.NaN
                                        ),
                                ]);
                        }

                        Moments.AssertSame(expected, columns.Shown(model, marks));
                        Moments.AssertSame(expected, columns.Shown(model, marks));
                    }
                },
                iter: 300
            );

    [Fact]
    public void Three_in_a_cell_are_shown_and_two_wait()
    {
        var partitions = _laender.ToDictionary(land => land, _ => new PartitionColumns(_layouts));
        var cell = ReportingCell.Of("SN", "construction", "S1");
        var marks = ShownMarks.Nothing;
        for (var sequence = 1; sequence <= 7; sequence++)
        {
            partitions["SN"]
                .Add(
                    new PartitionSubmission(
                        sequence,
                        cell,
                        cell,
                        [
                            [1, 2, 3],
                            [4],
                        ],
                        "1.0.0"
                    )
                );
            marks = Advanced(partitions, marks);
            Assert.Equal(sequence / 3 * 3, partitions["SN"].Shown(0, marks.Of("SN")).Respondents);
        }
    }

    [Fact]
    public void A_single_score_among_three_respondents_waits_for_two_more()
    {
        var partitions = _laender.ToDictionary(land => land, _ => new PartitionColumns(_layouts));
        var cell = ReportingCell.Of("SN", "construction", "S1");
        var marks = ShownMarks.Nothing;
        for (var sequence = 1; sequence <= 9; sequence++)
        {
            // Every third has the second score: one per group of three respondents.
            partitions["SN"]
                .Add(
                    new PartitionSubmission(
                        sequence,
                        cell,
                        cell,
                        [
                            [1, sequence % 3 == 0 ? 2 : double.NaN, 3],
                            [4],
                        ],
                        "1.0.0"
                    )
                );
            marks = Advanced(partitions, marks);
            var shown = partitions["SN"].Shown(0, marks.Of("SN")).At(cell, cell);
            Assert.Equal((sequence / 3 * 3, sequence == 9 ? 3 : 0), (shown.Count(0), shown.Count(1)));
        }
    }

    private static ShownMarks Advanced(Dictionary<string, PartitionColumns> partitions, ShownMarks marks)
    {
        var admitted = marks.WithUnits(partitions.ToDictionary(one => one.Key, one => one.Value.Pending(marks.Of(one.Key))), _nodes, _rule);
        if (admitted == marks)
        {
            return marks;
        }

        var next = admitted.WithScores(
            partitions.ToDictionary(one => one.Key, one => one.Value.PendingScores(admitted.Of(one.Key))),
            _nodes,
            _rule
        );
        return next with
        {
            Versions = marks.Versions!.Advance(
                VersionMix.Of(partitions.SelectMany(one => one.Value.Versions(next.Of(one.Key)).Respondents)),
                Minimum
            ),
        };
    }

    /// <summary>As it is after a restart.</summary>
    private static ShownMarks Stored(ShownMarks marks) => ShownMarks.Read(marks.Version, marks.Write(), marks.Versions!.Write());

    private static IEnumerable<CellMark> Marks(ShownMarks marks) => marks.ByLand.Values.SelectMany(partition => partition.Cells.Values);

    /// <summary>Respondents and scores of each node, in every cell of every table.</summary>
    private static Dictionary<string, long> Seen(Dictionary<string, PartitionColumns> partitions, ShownMarks marks)
    {
        var seen = new Dictionary<string, long>();
        foreach (var (model, layout) in _layouts.Index())
        {
            var merged = new StudyMoments(layout);
            foreach (var (land, columns) in partitions)
            {
                merged.Merge(columns.Shown(model, marks.Of(land)));
            }

            Moments.Count(merged, _lattice, $"model {model}", seen);
        }

        // A reader knows all that are shown, all that have a version, and so those who have none yet.
        foreach (var (version, respondents) in marks.Versions!.Respondents)
        {
            seen[$"version {version}"] = respondents;
        }

        return seen;
    }

    private static ReportingVariable Variable(string id) => _design.Variable(id)!;
}
