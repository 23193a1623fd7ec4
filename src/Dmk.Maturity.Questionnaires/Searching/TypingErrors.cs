namespace Dmk.Maturity.Questionnaires;

/// <summary>How many typing errors are between two words: letters too many, missing, replaced, or exchanged with
/// their neighbours.</summary>
/// <remarks>F. Damerau (1964), V. Levenshtein (1966); the restricted form: no letter is touched twice.</remarks>
internal static class TypingErrors
{
    private const int Longest = 40;

    /// <summary>One error in words of 4 to 7 letters, two beyond, none in shorter words.</summary>
    public static int Allowed(int letters) =>
        letters switch
        {
            < 4 or > Longest => 0,
            < 8 => 1,
            _ => 2,
        };

    /// <returns>More than <paramref name="most"/> where there are more; how many is not said then.</returns>
    public static int Between(ReadOnlySpan<char> typed, ReadOnlySpan<char> word, int most)
    {
        if (Math.Abs(typed.Length - word.Length) > most || typed.Length > Longest || word.Length > Longest + 2)
        {
            return most + 1;
        }

        Span<byte> rows = stackalloc byte[3 * (Longest + 3)];
        var before = rows[..(Longest + 3)];
        var last = rows.Slice(Longest + 3, Longest + 3);
        var now = rows[(2 * (Longest + 3))..];
        for (var j = 0; j <= word.Length; j++)
        {
            last[j] = (byte)j;
        }

        for (var i = 1; i <= typed.Length; i++)
        {
            now[0] = (byte)i;
            var least = now[0];
            for (var j = 1; j <= word.Length; j++)
            {
                var cost = last[j - 1] + (typed[i - 1] == word[j - 1] ? 0 : 1);
                cost = Math.Min(cost, Math.Min(last[j], now[j - 1]) + 1);
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
                {
                    cost = Math.Min(cost, before[j - 2] + 1);
                }

                now[j] = (byte)cost;
                least = Math.Min(least, now[j]);
            }

            if (least > most)
            {
                return most + 1;
            }

            var free = before;
            before = last;
            last = now;
            now = free;
        }

        return last[word.Length];
    }
}
