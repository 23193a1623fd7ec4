namespace Dmk.Maturity.Questionnaires;

/// <summary>Changes of what people read.</summary>
internal static class TextChanges
{
    private const int LongestShown = 60;

    /// <param name="name">As in the file: title, text, help.</param>
    public static IEnumerable<Change> Of(string where, string name, Text? before, Text? after)
    {
        if (before != after)
        {
            yield return new(
                $"{where}{name}",
                ChangeKind.TextChanged,
                (before, after) switch
                {
                    (null, _) => $"The {name} is new: {Short(after!)}.",
                    (_, null) => $"The {name} is gone: {Short(before)}.",
                    _ => $"The {name} was {Short(before)} and is {Short(after)}.",
                }
            );
        }
    }

    /// <summary>Labels of things that have a code. One that another code had before says that the codes changed their meaning.</summary>
    public static IEnumerable<Change> OfLabels<T>(
        Func<T, string> where,
        Func<T, string> code,
        Func<T, Text> label,
        IEnumerable<T> before,
        Matched<T> matched
    )
    {
        var earlier = before.ToLookup(label, code);
        foreach (var (old, kept) in matched.Kept.Where(pair => label(pair.Before) != label(pair.After)))
        {
            yield return earlier[label(kept)].FirstOrDefault() is { } other
                ? new(
                    where(kept),
                    ChangeKind.LabelMoved,
                    $"'{code(kept)}' was {Short(label(old))} and is {Short(label(kept))}, which was '{other}'."
                )
                : new(where(kept), ChangeKind.TextChanged, $"'{code(kept)}' was {Short(label(old))} and is {Short(label(kept))}.");
        }
    }

    private static string Short(Text text) => $"\"{Cut(text.De)}\" / \"{Cut(text.En)}\"";

    private static string Cut(string words) => words.Length <= LongestShown ? words : $"{words[..LongestShown].TrimEnd()}…";
}
