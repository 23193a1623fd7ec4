namespace Dmk.Maturity.Grains;

/// <summary>Of which nodes of an added index model the companies of one Land's partition have a score.</summary>
/// <param name="Patterns">Those that occur; see <see cref="Dmk.Maturity.Studies.ScorePattern"/>. The same may stand there twice.</param>
/// <param name="Of">Per submission, from the first on, the place of its pattern.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.PartitionPatterns")]
internal sealed record PartitionPatterns([property: Id(0)] string[] Patterns, [property: Id(1)] int[] Of);
