using System.Text.Json;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>How far a study is shown to everybody but operators. Immutable; advancing makes the next state.</summary>
/// <param name="Version">Grows by one with every state that was shown.</param>
internal sealed record ShownMarks(long Version, IReadOnlyDictionary<string, PartitionMarks> ByLand)
{
    public static ShownMarks Nothing { get; } = new(0, new Dictionary<string, PartitionMarks>());

    /// <summary>The respondents that have been shown by questionnaire version; null where an earlier server stored the state.</summary>
    public VersionMix? Versions { get; init; } = VersionMix.Nobody;

    public PartitionMarks Of(string land) => ByLand.GetValueOrDefault(land, PartitionMarks.Nothing);

    /// <summary>Admits respondents: per reporting cell all that wait or none, so that every cell of every table gains none or at least
    /// the minimum.</summary>
    /// <remarks>All scores of those admitted are held back until <see cref="WithScores"/> has looked at them.</remarks>
    /// <param name="pending">By Land of the partition.</param>
    /// <param name="nodes">Per index model of the study.</param>
    /// <returns>Itself when nobody can be admitted.</returns>
    public ShownMarks WithUnits(IReadOnlyDictionary<string, PendingUnits> pending, IReadOnlyList<int> nodes, AdmissionRule rule)
    {
        var waiting = Sum(pending.Values.SelectMany(partition => partition.Cells));
        var admitted = rule.Admit(waiting);
        if (admitted.Count == 0)
        {
            return this;
        }

        var marks = ByLand.ToDictionary();
        foreach (var (land, partition) in pending)
        {
            var advancing = partition.Cells.Select(cell => cell.Key).Where(admitted.Contains).ToArray();
            if (advancing.Length > 0)
            {
                marks[land] = With(Of(land), advancing, (_, mark) => new CellMark(partition.Version, EveryNode(mark, nodes)));
            }
        }

        return this with
        {
            Version = Version + 1,
            ByLand = marks,
        };
    }

    /// <summary>Releases scores, node by node after the same rule: a node's mark never exceeds that of its cell, and its shown scores in
    /// a cell of a table change by none or at least the minimum.</summary>
    /// <param name="pending">By Land of the partition; counted for this state.</param>
    public ShownMarks WithScores(IReadOnlyDictionary<string, PendingScores[]> pending, IReadOnlyList<int> nodes, AdmissionRule rule)
    {
        var admitted = nodes
            .Select((count, model) => Enumerable.Range(0, count).Select(node => rule.Admit(Waiting(pending.Values, model, node))).ToArray())
            .ToArray();
        var marks = ByLand.ToDictionary();
        foreach (var (land, cells) in pending.Where(partition => partition.Value.Length > 0))
        {
            var counts = cells.ToDictionary(cell => cell.Cell, cell => cell.Counts);
            marks[land] = With(
                Of(land),
                counts.Keys,
                (cell, mark) =>
                    mark with
                    {
                        Lagging =
                        [
                            .. mark.Lagging.Where(held =>
                                counts[cell][held.Model][held.Node] > 0 && !admitted[held.Model][held.Node].Contains(cell)
                            ),
                        ],
                    }
            );
        }

        return this with
        {
            ByLand = marks,
        };
    }

    public byte[] Write() =>
        JsonSerializer.SerializeToUtf8Bytes(
            ByLand.ToDictionary(
                partition => partition.Key,
                partition =>
                    partition.Value.Cells.Select(cell => new StoredMark(
                        cell.Key.ToString(),
                        cell.Value.Units,
                        [.. cell.Value.Lagging.Select(held => new[] { held.Model, held.Node, held.Mark })]
                    ))
            )
        );

    /// <exception cref="JsonException">The bytes were not made by <see cref="Write"/>.</exception>
    public static ShownMarks Read(long version, byte[] stored, byte[]? versions) =>
        new(
            version,
            JsonSerializer
                .Deserialize<Dictionary<string, StoredMark[]>>(stored)!
                .ToDictionary(
                    partition => partition.Key,
                    partition => new PartitionMarks(
                        partition.Value.ToDictionary(
                            mark => ReportingCell.Parse(mark.Cell),
                            mark => new CellMark(
                                mark.Units,
                                [.. mark.Lagging.Select(held => new LaggingNode((int)held[0], (int)held[1], held[2]))]
                            )
                        )
                    )
                )
        )
        {
            Versions = versions is null ? null : VersionMix.Read(versions),
        };

    private static PartitionMarks With(
        PartitionMarks marks,
        IEnumerable<ReportingCell> changing,
        Func<ReportingCell, CellMark, CellMark> change
    )
    {
        var cells = new Dictionary<ReportingCell, CellMark>(marks.Cells);
        foreach (var cell in changing)
        {
            cells[cell] = change(cell, marks.Of(cell));
        }

        return new(cells);
    }

    private static LaggingNode[] EveryNode(CellMark mark, IReadOnlyList<int> nodes) =>
        [
            .. nodes.SelectMany(
                (count, model) => Enumerable.Range(0, count).Select(node => new LaggingNode(model, node, mark.Node(model, node)))
            ),
        ];

    private static Dictionary<ReportingCell, long> Waiting(IEnumerable<PendingScores[]> pending, int model, int node) =>
        Sum(
            pending
                .SelectMany(cells => cells)
                .Select(cell => KeyValuePair.Create(cell.Cell, cell.Counts[model][node]))
                .Where(cell => cell.Value > 0)
        );

    /// <summary>Companies that have moved are counted in a cell of another Land than that of their partition, so several partitions may
    /// know the same cell.</summary>
    private static Dictionary<ReportingCell, long> Sum(IEnumerable<KeyValuePair<ReportingCell, long>> counts)
    {
        var sums = new Dictionary<ReportingCell, long>();
        foreach (var (cell, count) in counts)
        {
            sums[cell] = sums.GetValueOrDefault(cell) + count;
        }

        return sums;
    }

    private sealed record StoredMark(string Cell, long Units, long[][] Lagging);
}
