namespace Dmk.Maturity.Questionnaires;

/// <summary>All that one company has answered, by variable. A variable that is not there is unanswered.</summary>
/// <remarks>A variable is the smallest part that can be answered: a question (<c>ai_use</c>), a row of a grid or an item of a sum group
/// (<c>skills.training</c>), or the text behind "other" (<c>ai_fields.other</c>). Immutable; setting unanswered equals removing.</remarks>
public sealed class Answers
{
    /// <summary>In ordinal order, each variable once, none unanswered. An array, since answers are read and written whole far more often
    /// than one of them is changed.</summary>
    private readonly KeyValuePair<string, Answer>[] _sorted;

    private Answers(KeyValuePair<string, Answer>[] sorted) => _sorted = sorted;

    public static Answers None { get; } = new([]);

    public static Answers Of(IEnumerable<KeyValuePair<string, Answer>> answers) => None.With(answers);

    /// <summary>Sorted by variable, ordinal.</summary>
    public IEnumerable<KeyValuePair<string, Answer>> All => _sorted.AsEnumerable();

    public int Count => _sorted.Length;

    public Answer this[string variable] => PlaceOf(variable) is >= 0 and var place ? _sorted[place].Value : Answer.Unanswered;

    public Answers With(string variable, Answer answer) => With([new(variable, answer)]);

    /// <summary>Where a variable is changed twice, the last change counts.</summary>
    public Answers With(IEnumerable<KeyValuePair<string, Answer>> changes)
    {
        var merged = new List<KeyValuePair<string, Answer>>(_sorted.Length + 1);
        var next = 0;
        foreach (var change in Ordered(changes))
        {
            for (; next < _sorted.Length && string.CompareOrdinal(_sorted[next].Key, change.Key) <= 0; next++)
            {
                merged.Add(_sorted[next]);
            }

            if (merged is [.., var last] && last.Key == change.Key)
            {
                merged.RemoveAt(merged.Count - 1);
            }

            if (change.Value != Answer.Unanswered)
            {
                merged.Add(change);
            }
        }

        merged.AddRange(_sorted.AsSpan(next));
        return new([.. merged]);
    }

    public Answers Where(Func<string, bool> keep)
    {
        var kept = new List<KeyValuePair<string, Answer>>(_sorted.Length);
        foreach (var one in _sorted)
        {
            if (keep(one.Key))
            {
                kept.Add(one);
            }
        }

        return kept.Count == _sorted.Length ? this : new([.. kept]);
    }

    /// <summary>Changes to one variable stay in their order.</summary>
    private static IReadOnlyList<KeyValuePair<string, Answer>> Ordered(IEnumerable<KeyValuePair<string, Answer>> changes)
    {
        var all = changes as IReadOnlyList<KeyValuePair<string, Answer>> ?? [.. changes];
        for (var i = 1; i < all.Count; i++)
        {
            if (string.CompareOrdinal(all[i - 1].Key, all[i].Key) > 0)
            {
                return [.. all.OrderBy(one => one.Key, StringComparer.Ordinal)];
            }
        }

        return all;
    }

    private int PlaceOf(string variable)
    {
        var (low, high) = (0, _sorted.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = string.CompareOrdinal(_sorted[middle].Key, variable);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
