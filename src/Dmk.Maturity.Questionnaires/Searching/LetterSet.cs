using System.Numerics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Which letters a word has. A word that lacks a letter cannot contain the other, and that is known without looking at either
/// again.</summary>
internal readonly record struct LetterSet(uint Bits)
{
    private const int Others = 26;

    public static LetterSet Of(string word)
    {
        var bits = 0u;
        foreach (var character in word)
        {
            bits |= 1u << (char.IsAsciiLetterLower(character) ? character - 'a' : Others);
        }

        return new(bits);
    }

    public bool HasAll(LetterSet other) => (Bits & other.Bits) == other.Bits;

    /// <summary>How many letters only one of the two has.</summary>
    public int Differences(LetterSet other) => BitOperations.PopCount(Bits ^ other.Bits);
}
