using System.Security.Cryptography;

namespace Dmk.Maturity.Grains;

/// <summary>Access codes: 16 characters of a 32-letter alphabet and a check character, shown in groups as
/// <c>ABCD-EFGH-JKMN-PQRS-T</c>.</summary>
/// <remarks>Letters are numbers of the field GF(32) with x^5 + x^2 + 1, whose element x has order 31. The letter at place i (from 0)
/// weighs x^(i+1), the check character 1, and
/// a code is right when the weighted sum is 0. All weights differ and none is 0, so every wrong letter and every swap of two different
/// letters is noticed.</remarks>
public static class AccessCode
{
    /// <summary>Characters of a code, the check character among them.</summary>
    public const int Length = Letters + 1;

    /// <summary>Crockford's base 32: no I, L, O, U.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Letters = 16;
    private const int Group = 4;

    /// <summary>A fresh code in its shown form.</summary>
    public static string Generate()
    {
        var letters = RandomNumberGenerator.GetItems<char>(Alphabet, Letters);
        return Show($"{new string(letters)}{Check(letters)}");
    }

    /// <summary>In its stored form, however it was typed, see <see cref="TypedCode"/>; null when length, alphabet or check character are
    /// wrong.</summary>
    public static string? Normalise(string typed) => TypedCode.Read(typed) is TypedCode.Right right ? right.Code : null;

    /// <summary>Whether a code can hold it.</summary>
    internal static bool Has(char letter) => Alphabet.Contains(letter, StringComparison.Ordinal);

    /// <summary>Whether these are as many letters as a code has, all of the alphabet, and the check character fits.</summary>
    internal static bool IsRight(string code) => code.Length == Length && code.All(Has) && Check(code.AsSpan(0, Letters)) == code[Letters];

    /// <summary>A code as it is printed: groups of four.</summary>
    internal static string Show(string code) => string.Join('-', code.Chunk(Group).Select(group => new string(group)));

    internal static char Check(ReadOnlySpan<char> letters)
    {
        var (sum, weight) = (0, 1);
        foreach (var letter in letters)
        {
            weight = Product(weight, 2);
            sum ^= Product(weight, Alphabet.IndexOf(letter, StringComparison.Ordinal));
        }

        return Alphabet[sum];
    }

    private static int Product(int left, int right)
    {
        var product = 0;
        for (; right != 0; right >>= 1)
        {
            product ^= (right & 1) == 1 ? left : 0;
            left <<= 1;
            left ^= (left & 0b100000) != 0 ? 0b100101 : 0;
        }

        return product;
    }
}
