namespace Dmk.Maturity.Grains;

/// <summary>How far the submissions of one Land's partition are shown.</summary>
/// <param name="Histories">Per submission, from the first on, the number of its history in the shown state; 0 is not at all, like those
/// that have come since.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.ShownRows")]
internal sealed record ShownRows([property: Id(0)] int[] Histories)
{
    public static ShownRows Nothing { get; } = new([]);

    public int Of(int row) => row < Histories.Length ? Histories[row] : 0;
}
