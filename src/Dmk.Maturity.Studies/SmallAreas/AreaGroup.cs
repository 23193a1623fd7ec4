namespace Dmk.Maturity.Studies;

/// <summary>A group of areas whose modelled values are brought to a direct result.</summary>
/// <param name="Target">The mean of the direct estimates, by the population of their areas; NaN where no area of the group has one.</param>
/// <param name="Adjustment">The factor on all modelled values of the group, or what is added to them; NaN without a target.</param>
public sealed record AreaGroup(string Name, double Target, double Adjustment);
