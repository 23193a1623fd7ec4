using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>A version mix between two servers.</summary>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.VersionMixOnTheWire")]
internal struct VersionMixOnTheWire
{
    [Id(0)]
    public Dictionary<string, long> Respondents;
}

/// <summary>Carries version mixes.</summary>
[RegisterConverter]
internal sealed class VersionMixConverter : IConverter<VersionMix, VersionMixOnTheWire>
{
    public VersionMix ConvertFromSurrogate(in VersionMixOnTheWire surrogate) => VersionMix.Of(surrogate.Respondents);

    public VersionMixOnTheWire ConvertToSurrogate(in VersionMix value) => new() { Respondents = value.Respondents.ToDictionary() };
}
