using System.Security.Cryptography;
using Dmk.Maturity.Questionnaires;

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
    private const int LongestTyped = 100;

    /// <summary>A fresh code in its shown form.</summary>
    public static string Generate()
    {
        var letters = RandomNumberGenerator.GetItems<char>(Alphabet, Letters);
        return Show($"{new string(letters)}{Check(letters)}");
    }

    /// <summary>Upper case, without hyphens, blanks, invisible characters and marks around it, letters that look alike mapped; null when
    /// length, alphabet or check character are wrong.</summary>
    public static string? Normalise(string typed) => Read(typed) is { } code && IsRight(code) ? code : null;

    /// <summary>Whether this has the length and the letters of a code, and only the check character does not fit.</summary>
    internal static bool IsMistyped(string typed) => Read(typed) is { } code && !IsRight(code);

    /// <summary>How many characters were typed, blanks and hyphens left aside, where these are not as many as a code has; else
    /// null.</summary>
    internal static int? WrongLength(string typed) =>
        typed.Length > LongestTyped ? typed.Length
        : Typed(typed).Length is var length && length != Length ? length
        : null;

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

    /// <summary>In its stored form, whatever its check character; null when it cannot be a code.</summary>
    private static string? Read(string typed)
    {
        if (typed.Length > LongestTyped)
        {
            return null;
        }

        var code = Typed(typed);
        return code.Length == Letters + 1 && code.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal)) ? code : null;
    }

    private static string Typed(string typed) =>
        string.Concat(
            Bare(typed).Where(letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter) && !IsHyphen(letter)).Select(Canonical)
        );

    /// <summary>Without what is not seen, and without quotes, brackets, commas and other marks around it.</summary>
    private static string Bare(string typed)
    {
        var code = Invisible.Dropped(typed);
        var first = Array.FindIndex([.. code], char.IsLetterOrDigit);
        return first < 0 ? "" : code[first..(Array.FindLastIndex([.. code], char.IsLetterOrDigit) + 1)];
    }

    private static bool IsRight(string code) => Check(code.AsSpan(0, Letters)) == code[Letters];

    private static bool IsHyphen(char letter) =>
        letter is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' or '_' or '.';

    private static char Canonical(char letter) =>
        char.ToUpperInvariant(letter) switch
        {
            'O' => '0',
            'I' or 'L' => '1',
            var other => other,
        };

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
