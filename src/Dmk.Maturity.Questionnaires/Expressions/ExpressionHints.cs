namespace Dmk.Maturity.Questionnaires;

/// <summary>What to write instead of words and signs of other languages.</summary>
internal static class ExpressionHints
{
    private static readonly Dictionary<string, string> _words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["and"] = "and",
        ["und"] = "and",
        ["or"] = "or",
        ["oder"] = "or",
        ["not"] = "not",
        ["nicht"] = "not",
        ["in"] = "in",
        ["is"] = "==",
        ["equals"] = "==",
        ["mod"] = "round and /",
        ["between"] = "a >= 1 and a <= 20",
        ["zwischen"] = "a >= 1 and a <= 20",
    };

    private const string Quotes = "„“”‚‘’«»‹›`´";

    /// <param name="at">Where reading came to its end.</param>
    /// <returns>Null where nothing better is known than what was expected.</returns>
    public static string? Of(string source, int at) =>
        ChainedComparison.Hint(source, at)
        ?? OfSign(At(source, at), Before(source, at), At(source, at + 1))
        ?? OfWord(WordAt(source, at))
        ?? OfReason(source, at)
        ?? OfWord(WordBefore(source, at));

    /// <summary>Behind <c>is</c> or <c>is not</c>, where a word stands that is no reason for an answer that is missing.</summary>
    private static string? OfReason(string source, int at)
    {
        var before = WordBefore(source, at) is "not"
            ? WordBefore(source, source.AsSpan(0, at).TrimEnd().Length - "not".Length)
            : WordBefore(source, at);
        var end = at;
        while (end < source.Length && (char.IsAsciiLetterOrDigit(source[end]) || source[end] == '_'))
        {
            end++;
        }

        var word = source[at..end];
        return before != "is" || word.Length == 0 ? null
            : NearMiss.Of(word, ReasonWords.All.Keys) is { } near ? $"'{word}' is no reason for not answering. Did you mean '{near}'?"
            : $"Behind 'is' stands one of {string.Join(", ", ReasonWords.All.Keys)}; a code is compared as in a == 'code'.";
    }

    private static string? OfSign(char sign, char before, char next) =>
        sign switch
        {
            '&' => "Write 'and' instead of '&'.",
            '|' => "Write 'or' instead of '|'.",
            '!' => "Write 'not' instead of '!'; 'is not equal' is !=.",
            '=' when before == '=' => "Write == for 'is equal'.",
            '>' when before == '<' => "Write != for 'is not equal' instead of <>.",
            '>' or '<' when before == '=' => "In <= and >= the sign of equality stands last.",
            '≤' => "Write <= instead of ≤.",
            '≥' => "Write >= instead of ≥.",
            '≠' => "Write != instead of ≠.",
            '×' or '·' => "Write * to multiply.",
            '*' when before == '*' => "There are no powers: write a * a.",
            '^' => "There are no powers: write a * a.",
            '÷' => "Write / to divide.",
            '–' or '−' => "Write a minus from the keyboard: -.",
            ',' when char.IsAsciiDigit(before) && char.IsAsciiDigit(next) => "Write a decimal point, as in 1.5.",
            '{' => "Names stand without braces here.",
            _ when Quotes.Contains(sign, StringComparison.Ordinal) => $"Write straight quotes, as in 'code', instead of {sign}.",
            _ => null,
        };

    private static string? OfWord(string word) =>
        _words.TryGetValue(word, out var meant) && word != meant ? $"Write {meant} instead of '{word}'." : null;

    private static char At(string source, int at) => at >= 0 && at < source.Length ? source[at] : '\0';

    private static char Before(string source, int at) => At(source, source.AsSpan(0, at).TrimEnd().Length - 1);

    private static string WordAt(string source, int at)
    {
        var end = at;
        while (end < source.Length && char.IsAsciiLetter(source[end]))
        {
            end++;
        }

        return source[at..end];
    }

    private static string WordBefore(string source, int at)
    {
        var end = source.AsSpan(0, at).TrimEnd().Length;
        var start = end;
        while (start > 0 && char.IsAsciiLetter(source[start - 1]))
        {
            start--;
        }

        return source[start..end];
    }
}
