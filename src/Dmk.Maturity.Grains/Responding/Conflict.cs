using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains;

/// <summary>Two people changed the same variable: both values.</summary>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.Conflict")]
public sealed record Conflict(
    [property: Id(0)] string Variable,
    [property: Id(1)] Answer Stored,
    [property: Id(2)] Answer Sent,
    [property: Id(3)] DateTimeOffset StoredAt
);
