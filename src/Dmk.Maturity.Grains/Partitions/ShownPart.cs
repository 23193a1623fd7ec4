namespace Dmk.Maturity.Grains;

/// <summary>Which submissions of one Land's partition a table of readers is made from.</summary>
/// <param name="Histories">The numbers of the histories that count.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.ShownPart")]
internal sealed record ShownPart([property: Id(0)] ShownRows Rows, [property: Id(1)] int[] Histories)
{
    /// <param name="sequence">The number of a submission, from 1.</param>
    public bool Has(long sequence) => Array.IndexOf(Histories, Rows.Of((int)(sequence - 1))) >= 0;
}
