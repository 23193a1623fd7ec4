using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>Moments of one Land's companies by their history.</summary>
/// <param name="Moments">Per history that was asked for; not to be changed by whoever receives them.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.ShownLots")]
internal sealed record ShownLots([property: Id(0)] StudyMoments[] Moments);
