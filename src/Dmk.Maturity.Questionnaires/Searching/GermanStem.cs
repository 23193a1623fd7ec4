namespace Dmk.Maturity.Questionnaires;

/// <summary>The part of a German word that its plural, its cases and the trade that is named after it have in common: Apotheken and
/// Apotheke, Dachdeckerei, Dachdeckerin and Dachdecker.</summary>
/// <remarks>
/// After CISTEM: L. Weissweiler, A. Fraser (2017), Developing a Stemmer for German Based on a Comparative Analysis of Publicly Available
/// Stemmers, GSCL: from words of more than three
/// letters take e, s, n, and from those of more than five em, er, nd, as long as that goes, where sch, ei, ie and doubled letters count
/// as one letter.
/// Every word is taken for a noun, therefore a final t stays (as there) and a leading ge- as well (other than there: Gewerbe is not
/// Werbung). Added is a first step for trades: -erin, -erinnen and
/// -erei become -er, -innen and the -in of long words in -tin, -gin and -din (Ärztin, Psychologin; not Benzin) go;
/// -xis, -eum, -ium and -trum get the -en of their plurals (Praxen, Museen, Zentren).
/// </remarks>
internal static class GermanStem
{
    /// <summary>Stand for several letters while endings are taken; none is a letter or a digit, so none is in a word.</summary>
    private static readonly (string Letters, string Sign)[] _signs = [("sch", "$"), ("ei", "%"), ("ie", "&")];

    private static readonly string[] _trades = ["erinnen", "erin", "ereien", "erei"];

    private static readonly string[] _women = ["tin", "gin", "din"];

    private static readonly string[] _foreign = ["eum", "ium", "trum", "xis"];

    private const int ShortestTrade = 4;

    /// <param name="word">As <see cref="GermanSpelling.Fold"/> leaves it.</param>
    public static string Of(string word)
    {
        var stem = Array.Exists(_foreign, ending => word.EndsWith(ending, StringComparison.Ordinal)) ? word[..^2] + "en" : Trade(word);
        foreach (var (letters, sign) in _signs)
        {
            stem = stem.Replace(letters, sign, StringComparison.Ordinal);
        }

        stem = WithoutEndings(Doubled(stem));
        for (var i = 1; i < stem.Length; i++)
        {
            if (stem[i] == '*')
            {
                stem = string.Concat(stem.AsSpan(0, i), stem.AsSpan(i - 1, 1), stem.AsSpan(i + 1));
            }
        }

        foreach (var (letters, sign) in _signs)
        {
            stem = stem.Replace(sign, letters, StringComparison.Ordinal);
        }

        return stem;
    }

    private static string Trade(string word)
    {
        foreach (var ending in _trades)
        {
            if (word.Length >= ending.Length + ShortestTrade - 1 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..(word.Length - ending.Length + 2)];
            }
        }

        if (word.Length >= ShortestTrade + 5 && word.EndsWith("innen", StringComparison.Ordinal))
        {
            return word[..^5];
        }

        return word.Length > ShortestTrade + 2 && Array.Exists(_women, ending => word.EndsWith(ending, StringComparison.Ordinal))
            ? word[..^2]
            : word;
    }

    private static string Doubled(string word)
    {
        var letters = word.ToCharArray();
        for (var i = 1; i < letters.Length; i++)
        {
            if (letters[i] == letters[i - 1] && letters[i] != '*')
            {
                letters[i] = '*';
            }
        }

        return new(letters);
    }

    private static string WithoutEndings(string word)
    {
        var length = word.Length;
        var isPerson = false;
        while (length > 3)
        {
            var (before, last) = (word[length - 2], word[length - 1]);
            // A Gärtner is not a Garten, and a Schreiner writes nothing.
            if (isPerson && last == 'n')
            {
                break;
            }

            isPerson = (before, last) is ('e', 'r');
            if (length > 5 && ((before, last) is ('e', 'm') or ('e', 'r') or ('n', 'd')))
            {
                length -= 2;
            }
            else if (last is 'e' or 's' or 'n')
            {
                length--;
            }
            else
            {
                break;
            }
        }

        return word[..length];
    }
}
