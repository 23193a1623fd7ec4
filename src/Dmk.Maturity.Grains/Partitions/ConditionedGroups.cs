namespace Dmk.Maturity.Grains;

/// <summary>Groups of a partition, parted by the conditions that the study declares.</summary>
/// <param name="Truths">Per group, bit for bit, which conditions are true.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.ConditionedGroups")]
internal sealed record ConditionedGroups([property: Id(0)] PartitionGroup[] Groups, [property: Id(1)] int[] Truths);
