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
                var number = (units.Count + 1).ToString("D6", CultureInfo.InvariantCulture);
                var unitId = $"synthetic-{number}";
                units.Add(new(unitId, stratum.Cell, $"Synthetischer Betrieb {number}", SizeClasses.PersonsOf(unitId, size)));
            }
        }

        return units;
    }

    private static IReadOnlyList<ClassificationEntry> Entries(Classifications classifications, string id) =>
        (classifications.Find(id) ?? throw new ArgumentException($"There is no classification {id}.", nameof(classifications))).Entries;
}
