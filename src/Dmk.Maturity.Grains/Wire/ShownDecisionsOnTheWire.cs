using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>What readers may see, between two servers.</summary>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.ShownDecisionsOnTheWire")]
internal struct ShownDecisionsOnTheWire
{
    /// <summary>Per node and table the withheld cells, each with its status.</summary>
    [Id(0)]
    public KeyValuePair<string, int>[][][] Nodes;

    [Id(1)]
    public string[][] NotYetShown;

    [Id(2)]
    public long Answered;

    [Id(3)]
    public long[] Shown;

    [Id(4)]
    public int Deepest;

    [Id(5)]
    public int FirstWhole;

    /// <summary>As the nodes, per person employed; null while nothing is shown.</summary>
    [Id(6)]
    public KeyValuePair<string, int>[][][]? PerPerson;
}

/// <summary>Carries what readers may see.</summary>
[RegisterConverter]
internal sealed class ShownDecisionsConverter : IConverter<ShownDecisions, ShownDecisionsOnTheWire>
{
    public ShownDecisions ConvertFromSurrogate(in ShownDecisionsOnTheWire surrogate) =>
        new(
            Read(surrogate.Nodes),
            [.. surrogate.NotYetShown.Select(cells => cells.ToHashSet(StringComparer.Ordinal))],
            surrogate.Answered,
            surrogate.Shown,
            surrogate.Deepest
        )
        {
            FirstWhole = surrogate.FirstWhole,
            PerPerson = surrogate.PerPerson is { } perPerson ? Read(perPerson) : null,
        };

    public ShownDecisionsOnTheWire ConvertToSurrogate(in ShownDecisions value) =>
        new()
        {
            Nodes = Written(value.Nodes),
            NotYetShown = [.. value.NotYetShown.Select(cells => cells.ToArray())],
            Answered = value.Answered,
            Shown = [.. value.Shown],
            Deepest = value.Deepest,
            FirstWhole = value.FirstWhole,
            PerPerson = value.PerPerson is { } perPerson ? Written(perPerson) : null,
        };

    private static IReadOnlyDictionary<string, CellStatus>[][] Read(KeyValuePair<string, int>[][][] nodes) =>
        [
            .. nodes.Select(tables =>
                tables
                    .Select(cells =>
                        (IReadOnlyDictionary<string, CellStatus>)
                            cells.ToDictionary(cell => cell.Key, cell => (CellStatus)cell.Value, StringComparer.Ordinal)
                    )
                    .ToArray()
            ),
        ];

    private static KeyValuePair<string, int>[][][] Written(IReadOnlyList<IReadOnlyList<IReadOnlyDictionary<string, CellStatus>>> nodes) =>
        [
            .. nodes.Select(tables =>
                tables.Select(cells => cells.Select(cell => KeyValuePair.Create(cell.Key, (int)cell.Value)).ToArray()).ToArray()
            ),
        ];
}
