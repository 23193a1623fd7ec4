namespace Dmk.Maturity.Simulation.Tests;

public class LatentMaturityTests
{
    private static readonly SyntheticPopulation _population = SyntheticPopulation.Of(Pilot.Classifications, 60_000);

    private static readonly SyntheticCompany[] _companies =
    [
        .. _population.Sample.Select(unit => SyntheticCompany.Of(unit.UnitId, unit.Stratum, _population.Places, 2027)),
    ];

    [Fact]
    public void Every_sector_of_the_pilot_study_has_a_place_in_the_order() =>
        Assert.Equal(
            _population.Frame.Select(stratum => stratum.Cell.Sector).Distinct().Order(StringComparer.Ordinal),
            SectorOrder.Sectors.Order(StringComparer.Ordinal)
        );

    // Of one size class, as sectors are drawn with other shares of large companies.
    [Fact]
    public void Information_and_communication_is_first_and_construction_last_and_the_rest_between_in_order()
    {
        string[] found =
        [
            .. _companies
                .GroupBy(company => company.Now.Sector)
                .OrderByDescending(sector => sector.GroupBy(one => one.Now.Size).Average(size => size.Average(one => one.Maturity)))
                .Select(sector => sector.Key),
        ];

        Assert.Equal(SectorOrder.Sectors, found);
        Assert.Equal(["information", "finance", "professional"], found.Take(3));
        Assert.Equal(["hospitality", "transport", "construction"], found.TakeLast(3));
    }

    // 16 Länder at 3.5 standard errors: 1 of 130 seeds would fail where nobody differs.
    [Fact]
    public void No_land_differs_from_germany_once_sector_and_size_are_held()
    {
        var middle = _companies
            .GroupBy(company => (company.Now.Sector, company.Now.Size))
            .ToDictionary(group => group.Key, group => group.Average(one => one.Maturity));

        Assert.All(
            _companies.GroupBy(company => company.Now.Land),
            land =>
            {
                double[] left = [.. land.Select(one => one.Maturity - middle[(one.Now.Sector, one.Now.Size)])];
                var mean = left.Average();
                var error = Math.Sqrt(left.Sum(one => (one - mean) * (one - mean)) / (left.Length - 1.0) / left.Length);
                Assert.True(Math.Abs(mean) < 3.5 * error, $"{land.Key} is {mean} beside Germany, with a standard error of {error}");
            }
        );
    }

    [Fact]
    public void Laender_differ_in_their_means_by_their_mix_alone()
    {
        double[] laender =
        [
            .. _population
                .Frame.GroupBy(one => one.Cell.Land)
                .Select(land => land.Sum(one => one.Population * SectorOrder.EffectOf(one.Cell.Sector)) / land.Sum(one => one.Population)),
        ];

        Assert.True(laender.Max() - laender.Min() is > 0.02 and < 0.25, $"{laender.Min()} to {laender.Max()}");
    }
}
