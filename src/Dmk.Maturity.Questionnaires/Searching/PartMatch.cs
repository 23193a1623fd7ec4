namespace Dmk.Maturity.Questionnaires;

/// <summary>How a typed word and a word of a keyword agree; 0 both where they do not.</summary>
/// <param name="Typed">How much of the typed word is in the keyword: 0 to 1.</param>
/// <param name="Key">How much of the word of the keyword was typed: 0 to 1.</param>
internal readonly record struct PartMatch(float Typed, float Key)
{
    /// <summary>From here on the same word was meant; no typing errors are looked for.</summary>
    public bool IsSame => Typed >= 0.94f;
}
