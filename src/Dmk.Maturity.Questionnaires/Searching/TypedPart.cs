namespace Dmk.Maturity.Questionnaires;

/// <summary>A word that somebody typed, as it is held against keywords.</summary>
/// <param name="Weight">How much it says: 1, less the further behind it stands, little for a filler.</param>
internal readonly record struct TypedPart(string Text, string Stem, TradeForm Trade, LetterSet Letters, LetterSet StemLetters, float Weight)
{
    public static TypedPart Of(string text, float weight) =>
        new(text, KeywordStem.Of(text), TradeForm.Of(text), LetterSet.Of(text), LetterSet.Of(KeywordStem.Of(text)), weight);
}
