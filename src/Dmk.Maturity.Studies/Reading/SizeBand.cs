using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>A class of a classification by persons employed.</summary>
/// <param name="From">Included.</param>
/// <param name="Below">Excluded: the next whole number after the last that belongs to it, so that no fraction falls between two
/// classes.</param>
internal sealed record SizeBand(string Code, decimal From, decimal Below)
{
    /// <returns>Empty for a classification that is not by persons.</returns>
    public static IReadOnlyList<SizeBand> Of(Classification classification) =>
        [
            .. classification
                .Entries.Where(entry => entry.Properties.ContainsKey("personsFrom"))
                .Select(entry => new SizeBand(
                    entry.Code,
                    Number(entry, "personsFrom") ?? 0,
                    Number(entry, "personsTo") + 1 ?? decimal.MaxValue
                )),
        ];

    private static decimal? Number(ClassificationEntry entry, string key) =>
        entry.Properties.TryGetValue(key, out var text)
        && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
