using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>How far a study is shown to everybody but operators. Immutable; advancing makes the next one.</summary>
/// <param name="Version">Of what is stored; grows by one with every change.</param>
/// <param name="State">Grows by one whenever companies enter.</param>
/// <param name="Histories">Per history that occurs, the state in which each table was entered, by table; number 0 is that of companies
/// that have entered none.</param>
internal sealed record ShownState(
    long Version,
    int State,
    IReadOnlyList<IReadOnlyList<int>> Histories,
    IReadOnlyDictionary<string, ShownRows> ByLand
)
{
    private const int Format = 2;

    /// <summary>The first state that shows all nodes and tables; 0 while none does.</summary>
    public int FirstWhole { get; init; }

    /// <summary>What is withheld; null while nobody is shown.</summary>
    public ShownDecisions? Decisions { get; init; }

    /// <summary>What is withheld under index models that were added, in the order in which that was decided; each given all that stand
    /// before it.</summary>
    public IReadOnlyList<ShownAddition> Added { get; init; } = [];

    /// <summary>Respondents that have been shown by questionnaire version.</summary>
    public VersionMix Versions { get; init; } = VersionMix.Nobody;

    /// <summary>The last one in which somebody looked; null before the first look.</summary>
    public string? Period { get; init; }

    /// <summary>Whether all has entered that may after the field was closed.</summary>
    public bool Final { get; init; }

    /// <summary>Changes that brought decisions on further figures of the same companies, and nothing else.</summary>
    public long Amendments { get; init; }

    /// <summary>What readers are told: without the amendments, as a figure is the same before and after one.</summary>
    public long DataVersion => Version - Amendments;

    /// <param name="tables">Of the study.</param>
    public static ShownState Nothing(int tables) => new(0, 0, [new int[tables]], new Dictionary<string, ShownRows>());

    /// <summary>Whether it is decided what is told under an index model that was added.</summary>
    public bool Tells(int scoring) => Added.Any(one => one.Scoring == scoring);

    public ShownRows Of(string land) => ByLand.GetValueOrDefault(land, ShownRows.Nothing);

    /// <summary>The numbers of the histories of companies that a table shows.</summary>
    public int[] In(int table) => [.. Enumerable.Range(0, Histories.Count).Where(number => Histories[number][table] != Admission.Never)];

    /// <summary>Those of them that had entered it when all was shown for the first time.</summary>
    public int[] InWhole(int table) => [.. In(table).Where(number => Histories[number][table] <= FirstWhole)];

    public byte[] Write() =>
        JsonSerializer.SerializeToUtf8Bytes(
            new Stored(
                Format,
                State,
                [.. Histories.Select(history => history.ToArray())],
                ByLand.ToDictionary(land => land.Key, land => Packed(land.Value.Histories)),
                Period,
                Final,
                FirstWhole,
                Decisions is null ? null : StoredDecisions.Of(Decisions),
                Amendments,
                [.. Added.Select(StoredAddition.Of)]
            )
        );

    /// <summary>What an earlier server stored by cells is not taken over: what it showed gave answers away, and nothing is added to
    /// it.</summary>
    /// <exception cref="JsonException">The bytes were not made by <see cref="Write"/>.</exception>
    public static ShownState Read(long version, byte[] stored, byte[]? versions, int tables)
    {
        using var document = JsonDocument.Parse(stored);
        return
            document.RootElement.TryGetProperty(nameof(Stored.Format), out var format)
            && format.ValueKind == JsonValueKind.Number
            && document.Deserialize<Stored>() is { } read
            ? new(
                version,
                read.State,
                read.Histories,
                read.Rows.ToDictionary(land => land.Key, land => new ShownRows(Unpacked(land.Value)))
            )
            {
                Versions = versions is null ? VersionMix.Nobody : VersionMix.Read(versions),
                Period = read.Period,
                Final = read.Final,
                FirstWhole = read.FirstWhole,
                Decisions = read.Decisions?.Read() is { } decisions ? decisions with { FirstWhole = read.FirstWhole } : null,
                Amendments = read.Amendments,
                Added = [.. (read.Added ?? []).Select(one => one.Read())],
            }
            : Nothing(tables) with
            {
                Version = version,
            };
    }

    private static byte[] Packed(int[] numbers)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            packing.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));
        }

        return packed.ToArray();
    }

    private static int[] Unpacked(byte[] packed)
    {
        using var unpacking = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unpacking.CopyTo(bytes);
        return MemoryMarshal.Cast<byte, int>(bytes.ToArray()).ToArray();
    }

    private sealed record Stored(
        int Format,
        int State,
        int[][] Histories,
        Dictionary<string, byte[]> Rows,
        string? Period,
        bool Final,
        int FirstWhole,
        StoredDecisions? Decisions,
        long Amendments = 0,
        StoredAddition[]? Added = null
    );

    private sealed record StoredAddition(int Scoring, Dictionary<string, CellStatus>[][] Nodes)
    {
        public static StoredAddition Of(ShownAddition added) => new(added.Scoring, StoredDecisions.Written(added.Nodes));

        public ShownAddition Read() => new(Scoring, Nodes);
    }

    private sealed record StoredDecisions(
        Dictionary<string, CellStatus>[][] Nodes,
        string[][] NotYetShown,
        long Answered,
        long[] Shown,
        int Deepest,
        Dictionary<string, CellStatus>[][]? PerPerson = null
    )
    {
        public static StoredDecisions Of(ShownDecisions decisions) =>
            new(
                Written(decisions.Nodes),
                [.. decisions.NotYetShown.Select(cells => cells.Order(StringComparer.Ordinal).ToArray())],
                decisions.Answered,
                [.. decisions.Shown],
                decisions.Deepest,
                decisions.PerPerson is { } perPerson ? Written(perPerson) : null
            );

        public ShownDecisions Read() =>
            new(Nodes, [.. NotYetShown.Select(cells => cells.ToHashSet(StringComparer.Ordinal))], Answered, Shown, Deepest)
            {
                PerPerson = PerPerson,
            };

        public static Dictionary<string, CellStatus>[][] Written(
            IReadOnlyList<IReadOnlyList<IReadOnlyDictionary<string, CellStatus>>> nodes
        ) => [.. nodes.Select(tables => tables.Select(cells => cells.ToDictionary()).ToArray())];
    }
}
