using Dmk.Maturity.Tests;

namespace Dmk.Maturity.Simulation.Tests;

public class SyntheticPopulationTests
{
    private static readonly SyntheticPopulation _population = SyntheticPopulation.Of(Pilot.Classifications, 12_000);

    [Fact]
    public void The_register_has_16_laender_and_17_sections() =>
        Assert.Equal(
            (272, 16, 17),
            (
                RegisterCounts.Read().Count,
                RegisterCounts.Read().DistinctBy(count => count.Land).Count(),
                RegisterCounts.Read().DistinctBy(count => count.Section).Count()
            )
        );

    [Fact]
    public void The_frame_adds_up_to_the_register_by_land_and_sector()
    {
        var sectorOf = Pilot
            .Classifications.Find("wz2008")!
            .Entries.Where(section => section.Properties.ContainsKey("sector"))
            .ToDictionary(section => section.Code, section => section.Properties["sector"]);
        var register = RegisterCounts
            .Read()
            .GroupBy(count => (count.Land, sectorOf[count.Section]))
            .ToDictionary(group => group.Key, group => group.Sum(count => count.Units));
        var frame = _population
            .Frame.GroupBy(stratum => (stratum.Cell.Land, stratum.Cell.Sector))
            .ToDictionary(group => group.Key, group => group.Sum(stratum => stratum.Population));

        Assert.Equal(208, frame.Count);
        Assert.Equal(register.OrderBy(pair => pair.Key), frame.OrderBy(pair => pair.Key));
    }

    // laender.csv of the register publication: units of sections B-N and P-S by Land, 2015.
    [Theory]
    [InlineData("SH", 132_554)]
    [InlineData("HB", 28_411)]
    [InlineData("NW", 761_935)]
    [InlineData("TH", 92_563)]
    public void A_land_has_the_units_of_the_register(string land, long units) =>
        Assert.Equal(units, _population.Frame.Where(stratum => stratum.Cell.Land == land).Sum(stratum => stratum.Population));

    [Theory]
    [InlineData("S1", 0.87)]
    [InlineData("S2", 0.10)]
    [InlineData("S3", 0.025)]
    [InlineData("S4", 0.005)]
    public void Size_classes_have_their_known_shares(string size, double share)
    {
        var all = _population.Frame.Sum(stratum => stratum.Population);
        Assert.Equal(
            share,
            _population.Frame.Where(stratum => stratum.Cell.Size == size).Sum(stratum => stratum.Population) / (double)all,
            4
        );
    }

    [Fact]
    public void The_sample_has_exactly_the_asked_size_and_every_stratum_is_in_it()
    {
        Assert.Equal(12_000, _population.Sample.Count);
        Assert.All(
            _population.Frame,
            stratum =>
                Assert.InRange(stratum.Sampled, Math.Min(SyntheticPopulation.MinimumPerStratum, stratum.Population), stratum.Population)
        );
        Assert.Equal(
            _population.Frame.ToDictionary(stratum => stratum.Cell, stratum => stratum.Sampled),
            _population.Sample.GroupBy(unit => unit.Stratum).ToDictionary(group => group.Key, group => (long)group.Count())
        );
    }

    [Fact]
    public void Every_unit_is_named_as_synthetic_and_has_an_id_of_its_own()
    {
        Assert.All(_population.Sample, unit => Assert.StartsWith("Synthetischer Betrieb ", unit.Name, StringComparison.Ordinal));
        Assert.Equal(12_000, _population.Sample.DistinctBy(unit => unit.UnitId).Count());
    }

    [Fact]
    public void Persons_employed_lie_within_the_size_class() =>
        Assert.All(
            _population.Sample,
            unit =>
            {
                var size = Pilot.Sizes.Single(one => one.Code == unit.Stratum.Size);
                Assert.InRange(unit.Persons, Math.Max(1, size.From), size.To ?? 100_000);
            }
        );

    [Fact]
    public void The_same_call_gives_the_same_sample_on_every_machine() =>
        Golden.Check(
            "sample.txt",
            string.Concat(
                _population
                    .Sample.Where((_, place) => place % 400 == 0)
                    .Select(unit =>
                        $"{unit.UnitId} {unit.Stratum.Land} {unit.Stratum.Sector} {unit.Stratum.Size} {unit.Persons} {unit.Name}\n"
                    )
            )
        );
}
