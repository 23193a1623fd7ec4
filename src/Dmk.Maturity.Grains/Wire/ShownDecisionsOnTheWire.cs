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
}

/// <summary>Carries what readers may see.</summary>
[RegisterConverter]
internal sealed class ShownDecisionsConverter : IConverter<ShownDecisions, ShownDecisionsOnTheWire>
{
    public ShownDecisions ConvertFromSurrogate(in ShownDecisionsOnTheWire surrogate) =>
        new(
            [
                .. surrogate.Nodes.Select(tables =>
                    tables
                        .Select(cells => cells.ToDictionary(cell => cell.Key, cell => (CellStatus)cell.Value, StringComparer.Ordinal))
                        .ToArray()
                ),
            ],
            [.. surrogate.NotYetShown.Select(cells => cells.ToHashSet(StringComparer.Ordinal))],
            surrogate.Answered,
            surrogate.Shown,
            surrogate.Deepest
        )
        {
            FirstWhole = surrogate.FirstWhole,
        };

    public ShownDecisionsOnTheWire ConvertToSurrogate(in ShownDecisions value) =>
        new()
        {
            Nodes =
            [
                .. value.Nodes.Select(tables =>
                    tables.Select(cells => cells.Select(cell => KeyValuePair.Create(cell.Key, (int)cell.Value)).ToArray()).ToArray()
                ),
            ],
            NotYetShown = [.. value.NotYetShown.Select(cells => cells.ToArray())],
            Answered = value.Answered,
            Shown = [.. value.Shown],
            Deepest = value.Deepest,
            FirstWhole = value.FirstWhole,
        };
}
