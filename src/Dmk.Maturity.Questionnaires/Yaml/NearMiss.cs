namespace Dmk.Maturity.Questionnaires;

/// <summary>The word that an author probably meant.</summary>
public static class NearMiss
{
    /// <returns>The nearest known word within two edits (one for words up to four letters), or null.</returns>
    public static string? Of(string written, IEnumerable<string> known)
    {
        var most = written.Length <= 4 ? 1 : 2;
        return known
            .Where(word => Math.Abs(word.Length - written.Length) <= most)
            .Select(word => (Word: word, Edits: Edits(written, word)))
            .Where(one => one.Edits <= most)
            .OrderBy(one => one.Edits)
            .ThenBy(one => one.Word, StringComparer.Ordinal)
            .Select(one => one.Word)
            .FirstOrDefault();
    }

    /// <summary>Insertions, deletions and replacements from one word to the other, case ignored. Levenshtein (1966).</summary>
    private static int Edits(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
