using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Simulation;

/// <summary>A population of made-up companies on the counts of the real business register: Land x sector x size with its units, and a
/// stratified sample of it.</summary>
/// <remarks>Only sampled companies exist as rows; of the others the frame knows how many there are.</remarks>
public sealed class SyntheticPopulation
{
    /// <summary>A stratum gets at least so many invitations, or all its units.</summary>
    public const int MinimumPerStratum = 6;

    /// <summary>Of the companies of a wave, those that the next one draws again.</summary>
    private const double ShareAskedAgain = 1 / 3.0;

    private SyntheticPopulation(IReadOnlyList<RegisterStratum> frame, IReadOnlyList<SyntheticUnit> sample, FramePlaces places) =>
        (Frame, Sample, Places) = (frame, sample, places);

    /// <summary>In the order of Land, sector and size in their classifications; strata without units are left out.</summary>
    public IReadOnlyList<RegisterStratum> Frame { get; }

    public IReadOnlyList<SyntheticUnit> Sample { get; }

    /// <summary>Where its companies may have moved.</summary>
    public FramePlaces Places { get; }

    /// <param name="sample">Companies to draw in all.</param>
    public static SyntheticPopulation Of(Classifications classifications, int sample)
    {
        var sizes = SizeClasses.Of(classifications);
        var strata = Strata(classifications, sizes);
        var drawn = PowerAllocation.Of([.. strata.Select(stratum => stratum.Units)], sample, MinimumPerStratum);
        var frame = strata.Zip(drawn, (stratum, count) => new RegisterStratum(stratum.Cell, stratum.Units, count)).ToList();
        return new(frame, Units(frame, sizes), new(sizes, strata));
    }

    /// <summary>The same population as it was sampled one wave earlier: about a third of the companies drawn then are drawn again in this
    /// wave, and more where a stratum has not enough others.</summary>
    /// <param name="sample">Companies to draw in all.</param>
    public SyntheticPopulation OneWaveEarlier(int sample)
    {
        var drawn = PowerAllocation.Of([.. Frame.Select(stratum => stratum.Population)], sample, MinimumPerStratum);
        var frame = Frame.Zip(drawn, (stratum, count) => stratum with { Sampled = count }).ToList();
        var again = Sample.ToLookup(unit => unit.Stratum);
        var units = new List<SyntheticUnit>();
        foreach (var stratum in frame)
        {
            SyntheticUnit[] later = [.. again[stratum.Cell]];
            var common = Math.Max(AskedAgain(stratum), stratum.Sampled + later.Length - stratum.Population);
            units.AddRange(later.Take((int)Math.Min(common, Math.Min(stratum.Sampled, later.Length))));
            var size = Places.Sizes.Single(one => one.Code == stratum.Cell.Size);
            for (var drawnOnce = Math.Min(common, later.Length); drawnOnce < stratum.Sampled; drawnOnce++)
            {
                units.Add(Unit("earlier-", units.Count + 1, stratum.Cell, size));
            }
        }

        return new(frame, units, Places);
    }

    private static long AskedAgain(RegisterStratum stratum)
    {
        var chance = new Chance(0, "askedAgain", stratum.Cell.Land, stratum.Cell.Sector, stratum.Cell.Size);
        return Enumerable.Range(0, (int)stratum.Sampled).Count(_ => chance.Happens(ShareAskedAgain));
    }

    private static List<(RegisterCell Cell, long Units)> Strata(Classifications classifications, IReadOnlyList<SizeClass> sizes)
    {
        var sectorOf = Entries(classifications, "wz2008")
            .Where(section => section.Properties.ContainsKey("sector"))
            .ToDictionary(section => section.Code, section => section.Properties["sector"], StringComparer.Ordinal);
        var shares = sizes.Select(size => size.ShareOfUnits).ToArray();
        var units = new Dictionary<RegisterCell, long>();
        foreach (var count in RegisterCounts.Read())
        {
            foreach (var (size, part) in sizes.Zip(LargestRemainder.Split(count.Units, shares)))
            {
                var cell = new RegisterCell(count.Land, sectorOf[count.Section], size.Code);
                units[cell] = units.GetValueOrDefault(cell) + part;
            }
        }

        return
        [
            .. from land in Entries(classifications, "land")
            from sector in Entries(classifications, "sector")
            from size in sizes
            let cell = new RegisterCell(land.Code, sector.Code, size.Code)
            where units.GetValueOrDefault(cell) > 0
            select (cell, units[cell]),
        ];
    }

    private static List<SyntheticUnit> Units(IEnumerable<RegisterStratum> frame, IReadOnlyList<SizeClass> sizes)
    {
        var units = new List<SyntheticUnit>();
        foreach (var stratum in frame)
        {
            var size = sizes.Single(one => one.Code == stratum.Cell.Size);
            for (var drawn = 0L; drawn < stratum.Sampled; drawn++)
            {
                units.Add(Unit("", units.Count + 1, stratum.Cell, size));
            }
        }

        return units;
    }

    private static SyntheticUnit Unit(string wave, int place, RegisterCell cell, SizeClass size)
    {
        var number = wave + place.ToString("D6", CultureInfo.InvariantCulture);
        var unitId = $"synthetic-{number}";
        return new(unitId, cell, $"Synthetischer Betrieb {number}", SizeClasses.PersonsOf(unitId, size));
    }

    private static IReadOnlyList<ClassificationEntry> Entries(Classifications classifications, string id) =>
        (classifications.Find(id) ?? throw new ArgumentException($"There is no classification {id}.", nameof(classifications))).Entries;
}
