using System.Globalization;
using System.Text;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains;

/// <summary>An access code as somebody typed or pasted it.</summary>
/// <remarks>Upper or lower case, in full-width or other forms of the same letters (NFKC), with letters that look alike, with blanks,
/// hyphens, slashes and other marks between its groups and around it, and with words beside it where exactly one code stands among
/// them.</remarks>
internal abstract record TypedCode
{
    private const int LongestTyped = 100;

    private TypedCode() { }

    /// <param name="Code">In its stored form.</param>
    public sealed record Right(string Code) : TypedCode;

    /// <summary>As long as a code and of its letters, and the check character does not fit.</summary>
    public sealed record Mistyped : TypedCode;

    /// <param name="Typed">How many characters stand there, blanks and marks between groups left aside; 0 where no code was
    /// entered.</param>
    public sealed record WrongLength(int Typed) : TypedCode;

    /// <summary>As long as a code, with a character that no code has.</summary>
    public sealed record Foreign(string Character) : TypedCode;

    public static TypedCode Read(string typed)
    {
        if (typed.Length > LongestTyped)
        {
            return new WrongLength(typed.Length);
        }

        var groups = Groups(Plain(typed));
        var letters = groups.SelectMany(one => one).ToList();
        if (letters.Count != AccessCode.Length)
        {
            // One character more is a slip of the hand and no word beside a code.
            return letters.Count > AccessCode.Length + 1 && Among(groups) is { } only ? new Right(only) : new WrongLength(letters.Count);
        }

        var code = Stored(letters);
        return letters.Find(letter => !IsOfCodes(letter)) is { Value: not 0 } foreign ? new Foreign(foreign.ToString())
            : AccessCode.IsRight(code) ? new Right(code)
            : new Mistyped();
    }

    /// <summary>Without what is not seen, in the usual form of each character, without marks around it.</summary>
    private static List<Rune> Plain(string typed)
    {
        // Half a pair is no character and would stop the normalisation.
        var whole = string.Concat(Invisible.Dropped(typed).EnumerateRunes());
        List<Rune> plain = [.. whole.Normalize(NormalizationForm.FormKC).EnumerateRunes()];
        var first = plain.FindIndex(Rune.IsLetterOrDigit);
        return first < 0 ? [] : plain[first..(plain.FindLastIndex(Rune.IsLetterOrDigit) + 1)];
    }

    private static List<List<Rune>> Groups(List<Rune> plain)
    {
        List<List<Rune>> groups =
        [
            [],
        ];
        foreach (var one in plain)
        {
            if (IsBetweenGroups(one))
            {
                groups.Add([]);
            }
            else
            {
                groups[^1].Add(one);
            }
        }

        return [.. groups.Where(group => group.Count > 0)];
    }

    /// <summary>The one code that some groups side by side make; null where there is none, or more than one.</summary>
    private static string? Among(List<List<Rune>> groups)
    {
        var codes =
            from first in Enumerable.Range(0, groups.Count)
            from behind in Enumerable.Range(first + 1, groups.Count - first)
            let code = Stored(groups[first..behind].SelectMany(one => one))
            where AccessCode.IsRight(code)
            select code;
        return codes.Take(2).ToList() is [var only] ? only : null;
    }

    private static string Stored(IEnumerable<Rune> letters) => string.Concat(letters.Select(Canonical));

    private static bool IsOfCodes(Rune letter) => Canonical(letter) is { IsBmp: true } known && AccessCode.Has((char)known.Value);

    private static Rune Canonical(Rune letter) =>
        Rune.ToUpperInvariant(letter).Value switch
        {
            'O' => new('0'),
            'I' or 'L' => new('1'),
            var other => new(other),
        };

    private static bool IsBetweenGroups(Rune one) =>
        one.Value
            is '.'
                or ','
                or ';'
                or ':'
                or '/'
                or '\\'
                or '|'
                or '_'
                or '+'
                or '~'
                or '\''
                or '"'
                or '`'
                or '\u2212'
                or '\u00b7'
                or '\u2022'
        || Rune.GetUnicodeCategory(one)
            is UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Control
                or UnicodeCategory.DashPunctuation
                or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation
                or UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation;
}
