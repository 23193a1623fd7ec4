namespace Dmk.Maturity.Questionnaires;

/// <summary>Two lists of named things, before and after.</summary>
/// <param name="Kept">In the order of the later list.</param>
/// <param name="Reordered">What is in both stands in another order.</param>
internal sealed record Matched<T>(IReadOnlyList<T> Added, IReadOnlyList<T> Removed, IReadOnlyList<(T Before, T After)> Kept, bool Reordered)
{
    public static Matched<T> Of(IEnumerable<T> before, IEnumerable<T> after, Func<T, string> id)
    {
        var (earlier, later) = (ById(before, id), ById(after, id));
        var common = later.Keys.Where(earlier.ContainsKey).ToArray();
        return new(
            [.. later.Where(one => !earlier.ContainsKey(one.Key)).Select(one => one.Value)],
            [.. earlier.Where(one => !later.ContainsKey(one.Key)).Select(one => one.Value)],
            [.. common.Select(key => (earlier[key], later[key]))],
            !earlier.Keys.Where(later.ContainsKey).SequenceEqual(common)
        );
    }

    private static OrderedDictionary<string, T> ById(IEnumerable<T> all, Func<T, string> id) =>
        new(all.DistinctBy(id).Select(one => KeyValuePair.Create(id(one), one)), StringComparer.Ordinal);
}
