using System.Collections.Frozen;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Words that stand in so many titles that they do not tell one from another: "und", "von", "sonstige", and the letters of "a.
/// n. g." and "u. Ä.".</summary>
internal static class GermanStopWords
{
    private static readonly FrozenSet<string> _words = new[]
    {
        "ab",
        "als",
        "am",
        "an",
        "andere",
        "anderem",
        "anderen",
        "anderer",
        "anderes",
        "anderweitig",
        "auf",
        "aus",
        "bei",
        "bis",
        "das",
        "dem",
        "den",
        "der",
        "des",
        "die",
        "durch",
        "ein",
        "eine",
        "einem",
        "einen",
        "einer",
        "eines",
        "für",
        "genannt",
        "im",
        "in",
        "mit",
        "nach",
        "nicht",
        "oder",
        "ohne",
        "sonst",
        "sonstige",
        "sonstigem",
        "sonstigen",
        "sonstiger",
        "sonstiges",
        "sowie",
        "um",
        "und",
        "usw",
        "vom",
        "von",
        "vor",
        "wie",
        "zu",
        "zum",
        "zur",
    }
        .Select(GermanSpelling.Fold)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What follows it, a title does not cover.</summary>
    public const string Without = "ohne";

    /// <param name="word">As <see cref="GermanSpelling.Fold"/> leaves it. A single letter is one, too; a digit is not.</param>
    public static bool Has(string word) => (word.Length == 1 && !char.IsDigit(word[0])) || _words.Contains(word);
}
