namespace Dmk.Maturity.Simulation.Tests;

public class EarlierWaveTests
{
    private static readonly SyntheticPopulation _later = SyntheticPopulation.Of(Pilot.Classifications, 12_000);
    private static readonly SyntheticPopulation _earlier = _later.OneWaveEarlier(4_000);
    private static readonly SyntheticCompany[] _companies =
    [
        .. _later.Sample.Select(unit => SyntheticCompany.Of(unit.UnitId, unit.Stratum, _later.Places, 2027)),
    ];

    [Fact]
    public void About_a_third_of_the_companies_of_the_earlier_wave_are_drawn_again_in_the_same_stratum()
    {
        var later = _later.Sample.ToDictionary(unit => unit.UnitId);
        var again = _earlier.Sample.Where(unit => later.ContainsKey(unit.UnitId)).ToArray();

        Assert.Equal(4_000, _earlier.Sample.Count);
        Assert.Equal(4_000, _earlier.Sample.DistinctBy(unit => unit.UnitId).Count());
        Assert.InRange(again.Length / 4_000.0, 0.30, 0.42);
        Assert.All(again, unit => Assert.Equal(later[unit.UnitId], unit));
    }

    [Fact]
    public void A_stratum_never_has_more_companies_than_the_register_counts()
    {
        var drawn = _later.Sample.Concat(_earlier.Sample).DistinctBy(unit => unit.UnitId).CountBy(unit => unit.Stratum).ToDictionary();

        Assert.All(_later.Frame, stratum => Assert.InRange(drawn[stratum.Cell], 1, stratum.Population));
    }

    [Fact]
    public void A_company_was_mostly_where_it_is_and_all_have_grown_by_a_little()
    {
        var pairs = _companies.Select(company => (Before: company.OneWaveEarlier().Maturity, After: company.Maturity)).ToArray();
        var own = _companies
            .Zip(pairs, (company, pair) => (company.Now, pair.Before, pair.After))
            .GroupBy(one => (one.Now.Sector, one.Now.Size))
            .SelectMany(group =>
                group.Select(one => (one.Before - group.Average(other => other.Before), one.After - group.Average(other => other.After)))
            )
            .ToArray();
        var correlation =
            own.Sum(one => one.Item1 * one.Item2)
            / Math.Sqrt(own.Sum(one => one.Item1 * one.Item1) * own.Sum(one => one.Item2 * one.Item2));

        Assert.InRange(pairs.Average(pair => pair.After - pair.Before), 0.13, 0.17);
        Assert.InRange(correlation, 0.77, 0.83);
    }

    [Fact]
    public void Who_takes_part_takes_part_in_both_waves() =>
        Assert.All(_companies.Take(500), company => Assert.Equal(company.Responds, company.OneWaveEarlier().Responds));
}
