namespace Dmk.Maturity.Questionnaires;

/// <summary>A word that somebody typed, or a part of it.</summary>
/// <param name="Text">As <see cref="GermanSpelling.Fold"/> leaves it.</param>
internal readonly record struct TypedWord(string Text, string Stem, LetterSet Letters, LetterSet StemLetters)
{
    public static TypedWord Of(string text) => Of(text, GermanStem.Of(text));

    /// <summary>A stem already.</summary>
    public static TypedWord OfStem(string stem) => Of(stem, stem);

    private static TypedWord Of(string text, string stem) => new(text, stem, LetterSet.Of(text), LetterSet.Of(stem));
}
