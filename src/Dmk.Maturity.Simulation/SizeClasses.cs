using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Simulation;

/// <summary>A size class by persons employed, both ends included.</summary>
/// <param name="To">Null for the largest class.</param>
/// <param name="ShareOfUnits">In percent, for Germany.</param>
public sealed record SizeClass(string Code, int From, int? To, double ShareOfUnits);

/// <summary>The size classes of the classification, smallest first.</summary>
public static class SizeClasses
{
    public static IReadOnlyList<SizeClass> Of(Classifications classifications) =>
        [
            .. (
                classifications.Find("size-class")
                ?? throw new ArgumentException("There is no classification size-class.", nameof(classifications))
            ).Entries.Select(Class),
        ];

    /// <summary>Persons employed of a unit of this class: many small, few large, the same for the same unit.</summary>
    public static int PersonsOf(string unitId, SizeClass size)
    {
        var chance = new Chance(0, "persons", unitId);
        var from = Math.Max(1, size.From);
        return size.To is { } to
            ? from + (int)((to - from + 1) * Math.Pow(chance.Share(), 2))
            : from + (int)Math.Min(20_000, from * chance.Exponential());
    }

    private static SizeClass Class(ClassificationEntry entry)
    {
        var property = entry.Properties;
        return new(
            entry.Code,
            int.Parse(property["personsFrom"], CultureInfo.InvariantCulture),
            property.TryGetValue("personsTo", out var to) ? int.Parse(to, CultureInfo.InvariantCulture) : null,
            double.Parse(property["shareOfUnits"], CultureInfo.InvariantCulture)
        );
    }
}
