namespace Dmk.Maturity.Grains;

/// <summary>What is asked of a partition about companies that have answered in an earlier wave, too.</summary>
/// <param name="Earlier">The study of the earlier wave.</param>
/// <param name="EarlierModel">What the store calls the index model there.</param>
/// <param name="Model">Its place in this study.</param>
/// <param name="Node">The same in both.</param>
/// <param name="Before">Which submissions of the earlier wave count; null for all.</param>
/// <param name="After">Which of this one; null for all.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.CommonQuestion")]
internal sealed record CommonQuestion(
    [property: Id(0)] string Earlier,
    [property: Id(1)] int EarlierModel,
    [property: Id(2)] int Model,
    [property: Id(3)] int Node,
    [property: Id(4)] ShownPart? Before,
    [property: Id(5)] ShownPart? After
);
