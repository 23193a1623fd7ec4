using Dmk.Maturity.Grains;
using Dmk.Maturity.Simulation;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>A wave of the demonstration: its study, the companies drawn for it, and what they were like then.</summary>
/// <param name="AsOf">A company of today as it was in this wave.</param>
internal sealed record DemoWave(PilotStudy Pilot, SyntheticPopulation Population, Func<SyntheticCompany, SyntheticCompany> AsOf)
{
    /// <summary>Of so few companies an earlier wave would tell nothing.</summary>
    public const int FewestForTwo = 1_200;

    /// <summary>The earlier wave asks so many times fewer companies.</summary>
    private const int TimesSmaller = 3;

    /// <summary>In the order of their field work.</summary>
    /// <param name="sample">Companies of the last wave.</param>
    public static IReadOnlyList<DemoWave> Of(PilotStudy pilot, int sample)
    {
        var population = SyntheticPopulation.Of(pilot.Classifications, sample);
        return sample < FewestForTwo
            ? [new(pilot, population, company => company)]
            :
            [
                new(pilot.OneWaveEarlier(), population.OneWaveEarlier(sample / TimesSmaller), company => company.OneWaveEarlier()),
                new(pilot.AfterAnother(), population, company => company),
            ];
    }

    public IReadOnlyList<FrameStratum> Frame => [.. Population.Frame.Select(stratum => stratum.In(Pilot.Design))];

    public IReadOnlyList<SampledUnit> Units =>
        [.. Population.Sample.Select(unit => new SampledUnit(unit.UnitId, unit.Stratum.In(Pilot.Design), unit.Name, unit.Persons))];

    /// <summary>An invited company; the same seed, the same company in all waves.</summary>
    public SyntheticCompany Company(Invitation invitation, int seed) =>
        AsOf(SyntheticCompany.Of(invitation.UnitId, RegisterCell.Of(invitation.Stratum), Population.Places, seed));
}
