using System.Buffers;
using System.Text;

namespace Dmk.Maturity.Questionnaires;

/// <summary>The words of the expression language: how numbers, texts and names are spelt, and the mistakes that show before any
/// grammar.</summary>
internal static class ExpressionWords
{
    /// <summary>In characters. Longer rules are split with computed values.</summary>
    public const int MaximumLength = 2_000;

    /// <summary>Brackets inside each other.</summary>
    public const int MaximumNesting = 32;

    public const string Digits = "0123456789";
    public const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>What a name goes on with; also what a word such as <c>and</c> must not be followed by.</summary>
    public const string NameParts = $"{Letters}{Digits}_.";

    private static readonly SearchValues<char> _digits = SearchValues.Create(Digits);
    private static readonly SearchValues<char> _word = SearchValues.Create($"{Letters}{Digits}_");
    private static readonly SearchValues<char> _nameParts = SearchValues.Create(NameParts);

    /// <summary>Digits and point: what decimal holds exactly.</summary>
    private const int MaximumDigits = 28;

    /// <summary>Characters of the author's text shown in a problem.</summary>
    private const int MostShown = 30;

    /// <summary>Words that cannot be the id of a question or computed value.</summary>
    public static IReadOnlyList<string> Reserved { get; } = ["and", "or", "not", "in", "is", "true", "false"];

    /// <returns>The length of the number at the start, as in 12 or 12.5; 0 when there is none.</returns>
    public static int Number(ReadOnlySpan<char> text)
    {
        var whole = Run(text, _digits);
        var fraction = whole > 0 && whole < text.Length && text[whole] == '.' ? Run(text[(whole + 1)..], _digits) : 0;
        return fraction > 0 ? whole + 1 + fraction : whole;
    }

    /// <returns>The length of the text in quotes at the start; a quote inside it is doubled. 0 when there is none or it does not
    /// end.</returns>
    public static int Quoted(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length && text[0] is '\'' or '"'; i++)
        {
            if (text[i] == text[0] && (++i == text.Length || text[i] != text[0]))
            {
                return i;
            }
        }

        return 0;
    }

    /// <returns>The length of the name at the start, as in <c>question</c> or <c>question.row</c>; 0 when there is none or it is
    /// reserved.</returns>
    public static int Name(ReadOnlySpan<char> text)
    {
        if (text.StartsWith(Fact.Previous) && Name(text[Fact.Previous.Length..]) is > 0 and var behind)
        {
            return Fact.Previous.Length + behind;
        }

        var first = Word(text);
        var second = first > 0 && first < text.Length && text[first] == '.' ? Word(text[(first + 1)..]) : 0;
        return second > 0 ? first + 1 + second
            : IsReserved(text[..first]) ? 0
            : first;
    }

    /// <summary>What no grammar could read: too long, too deep, a number that is none, a text without an end.</summary>
    public static (int At, string Code, string Message)? Mistake(string source)
    {
        if (source.Length > MaximumLength)
        {
            return (
                0,
                "expression-too-long",
                $"The expression has {source.Length} characters, more than {MaximumLength}. Split it with computed values."
            );
        }

        var depth = 0;
        for (var i = 0; i < source.Length; )
        {
            var length = 1;
            switch (source[i])
            {
                case '(' or '[' when ++depth > MaximumNesting:
                    return (
                        i,
                        "expression-too-deep",
                        $"More than {MaximumNesting} brackets inside each other. Split the expression with computed values."
                    );
                case ')' or ']':
                    depth--;
                    break;
                case '\'' or '"':
                    length = Quoted(source.AsSpan(i));
                    if (length == 0)
                    {
                        return (
                            i,
                            "expression-syntax",
                            "The text that begins here has no end. Close it with the same quote; write a quote inside it twice."
                        );
                    }

                    break;
                case >= '0' and <= '9':
                    length = Number(source.AsSpan(i));
                    var written = Run(source.AsSpan(i), _nameParts);
                    if (written > length)
                    {
                        return (
                            i,
                            "expression-syntax",
                            $"Expected a number such as 12 or 12.5, but found '{Shown(source.AsSpan(i, written))}'."
                        );
                    }

                    if (length > MaximumDigits)
                    {
                        return (i, "number-too-large", $"A number has at most {MaximumDigits - 1} digits.");
                    }

                    break;
                case var other when char.IsAsciiLetter(other):
                    length = Run(source.AsSpan(i), _nameParts);
                    break;
            }

            i += length;
        }

        return null;
    }

    /// <summary>What stands at this offset, in words for a problem.</summary>
    public static string Found(string source, int at)
    {
        var rest = source.AsSpan(at);
        if (rest.IsEmpty)
        {
            return "the end";
        }

        var length = Math.Max(Quoted(rest), Run(rest, _nameParts));
        return length > 0 ? $"'{Shown(rest[..length])}'"
            : Rune.DecodeFromUtf16(rest, out var sign, out _) == OperationStatus.Done && !Rune.IsControl(sign) ? $"'{sign}'"
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the character U+{(int)rest[0]:X4}");
    }

    private static string Shown(ReadOnlySpan<char> text) => text.Length <= MostShown ? text.ToString() : $"{text[..MostShown]}...";

    private static int Word(ReadOnlySpan<char> text) => text.IsEmpty || !char.IsAsciiLetter(text[0]) ? 0 : Run(text, _word);

    private static bool IsReserved(ReadOnlySpan<char> word)
    {
        foreach (var reserved in Reserved)
        {
            if (word.SequenceEqual(reserved))
            {
                return true;
            }
        }

        return false;
    }

    private static int Run(ReadOnlySpan<char> text, SearchValues<char> belonging) =>
        text.IndexOfAnyExcept(belonging) is >= 0 and var length ? length : text.Length;
}
