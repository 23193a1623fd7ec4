using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>A tally of peers between two servers.</summary>
[GenerateSerializer, Alias("Dmk.Maturity.Grains.PeerTallyOnTheWire")]
internal struct PeerTallyOnTheWire
{
    /// <summary>The company's own score, then the sum of all.</summary>
    [Id(0)]
    public double[] Scores;

    /// <summary>Companies, those drawn there, those below, those with the same score.</summary>
    [Id(1)]
    public long[] Counts;

    [Id(2)]
    public double[] Lowest;

    [Id(3)]
    public double[] Highest;

    [Id(4)]
    public long[] InBand;
}

/// <summary>Carries tallies.</summary>
[RegisterConverter]
internal sealed class PeerTallyConverter : IConverter<PeerTally, PeerTallyOnTheWire>
{
    public PeerTally ConvertFromSurrogate(in PeerTallyOnTheWire surrogate)
    {
        var counts = surrogate.Counts;
        return PeerTally.Of(
            surrogate.Scores[0],
            (counts[0], counts[1], counts[2], counts[3]),
            surrogate.Scores[1],
            (surrogate.Lowest, surrogate.Highest),
            surrogate.InBand
        );
    }

    public PeerTallyOnTheWire ConvertToSurrogate(in PeerTally value) =>
        new()
        {
            Scores = [value.Own, value.Sum],
            Counts = [value.Companies, value.Drawn, value.Below, value.Same],
            Lowest = [.. value.Lowest],
            Highest = [.. value.Highest],
            InBand = [.. value.InBand],
        };
}
