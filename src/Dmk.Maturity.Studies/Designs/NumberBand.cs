using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>A class of a classification by a number, such as persons employed.</summary>
/// <param name="From">Included.</param>
/// <param name="Below">Excluded: the next whole number after the last that belongs to it, so that no fraction falls between two
/// classes.</param>
internal sealed record NumberBand(string Code, decimal From, decimal Below)
{
    /// <summary>No number of a company has more digits.</summary>
    public const decimal Largest = 999_999_999_999_999;

    private static readonly (string From, string To)[] _keys = [("from", "to"), ("personsFrom", "personsTo")];

    /// <returns>Empty for a classification that is not by a number.</returns>
    public static IReadOnlyList<NumberBand> Of(Classification classification) =>
        [.. classification.Entries.Select(Of).OfType<NumberBand>()];

    /// <returns>Null for an entry without a lower end.</returns>
    public static NumberBand? Of(ClassificationEntry entry) =>
        (
            from keys in _keys
            let lowest = Number(entry, keys.From)
            where lowest is not null
            select new NumberBand(entry.Code, lowest.Value, Math.Min(Number(entry, keys.To) ?? Largest, Largest) + 1)
        ).FirstOrDefault();

    private static decimal? Number(ClassificationEntry entry, string key) =>
        entry.Properties.TryGetValue(key, out var text)
        && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
