namespace Dmk.Maturity.Questionnaires;

/// <summary>The stem of a word of either language: as in German titles, and y and ies of English are one (bakery, bakeries).</summary>
internal static class KeywordStem
{
    public static string Of(string word)
    {
        var stem = GermanStem.Of(word);
        return stem.Length > 3 && stem[^1] == 'y' ? stem[..^1] + "i" : stem;
    }
}
