using GraphQLParser;

namespace Dmk.Maturity.GraphQL;

/// <summary>Looks through the text of a document once, before the parser sees it: counts what it is made of, and makes its lines short
/// without moving a character.</summary>
/// <remarks>GraphQLParser 9.5 tells a mistake with its whole line, at a cost that grows with the square of the column, and fails at a
/// carriage return that stands alone. So blanks and commas far to the right become line feeds, as do lone carriage returns, and
/// comments become blanks; names, numbers and strings stay.</remarks>
internal sealed class DocumentText
{
    /// <summary>From here on the next blank ends the line.</summary>
    private const int UsualColumns = 200;

    private readonly GraphQLLimits _limits;
    private readonly char[] _text;
    private int _at;
    private int _lineStart;
    private int _tokens;

    private DocumentText(string sent, GraphQLLimits limits) => (_text, _limits) = (sent.ToCharArray(), limits);

    /// <returns>The same document for the parser, each token at its place; or why it is not read.</returns>
    public static (string? ForParser, Refusal? Refusal) Of(string sent, GraphQLLimits limits)
    {
        if (sent.Length > limits.DocumentCharacters)
        {
            return (null, TooLong(sent.Length, limits));
        }

        var text = new DocumentText(sent, limits);
        while (text._at < text._text.Length)
        {
            if (text.Step() is { } refusal)
            {
                refusal.AddLocation(Location.FromLinearPosition(sent, text._at));
                return (null, refusal);
            }
        }

        return (new string(text._text), null);
    }

    /// <summary>Takes what comes next; a refusal leaves the place where it began.</summary>
    private Refusal? Step()
    {
        switch (_text[_at])
        {
            case '\n':
                BreakLine();
                return null;
            case '\r':
                _text[_at] = _at + 1 < _text.Length && _text[_at + 1] == '\n' ? ' ' : '\n';
                return null;
            case ' ' or '\t' or ',':
                Blank();
                return null;
            case '#':
                Comment();
                return null;
            case var character:
                return Token(character);
        }
    }

    private void BreakLine()
    {
        _text[_at++] = '\n';
        _lineStart = _at;
    }

    private void Blank()
    {
        if (_at - _lineStart >= UsualColumns)
        {
            BreakLine();
            return;
        }

        _at++;
    }

    private void Comment()
    {
        while (_at < _text.Length && _text[_at] is not ('\n' or '\r'))
        {
            _text[_at] = ' ';
            Blank();
        }
    }

    private Refusal? Token(char first)
    {
        var start = _at;
        var isName = char.IsAsciiLetter(first) || first == '_';
        _at = first switch
        {
            '"' => _text.AsSpan(start).StartsWith("\"\"\"") ? EndOfBlock(start + 3) : EndOfString(start + 1),
            '.' => EndOf(start, static character => character == '.'),
            _ when isName => EndOf(start, static character => char.IsAsciiLetterOrDigit(character) || character == '_'),
            _ when char.IsAsciiDigit(first) || first == '-' => EndOf(start, IsOfNumber),
            _ => start + 1,
        };
        var refusal = TooMuch(_at - start, isName ? _limits.NameLength : _limits.TokenLength);
        _at = refusal is null ? _at : start;
        return refusal;
    }

    private Refusal? TooMuch(int length, int mostLength)
    {
        if (++_tokens > _limits.Tokens)
        {
            return Refusal.TooMuch(
                "TOO_MANY_TOKENS",
                $"The document has more than the {_limits.Tokens} names, values and signs that are allowed. Write values as variables, "
                    + "or send several requests.",
                _tokens,
                _limits.Tokens
            );
        }

        if (length > mostLength)
        {
            return Refusal.TooMuch(
                "TOKEN_TOO_LONG",
                $"A name or value in the document has {length} characters; {mostLength} are allowed. Write long values as variables.",
                length,
                mostLength
            );
        }

        return _at - _lineStart > _limits.LineLength
            ? Refusal.TooMuch(
                "LINE_TOO_LONG",
                $"The document goes on for more than {_limits.LineLength} characters without a blank, comma or new line. Write it in "
                    + "several lines, and long values as variables.",
                _at - _lineStart,
                _limits.LineLength
            )
            : null;
    }

    private static bool IsOfNumber(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '+' or '-';

    private int EndOf(int start, Func<char, bool> belongs)
    {
        var end = start + 1;
        while (end < _text.Length && belongs(_text[end]))
        {
            end++;
        }

        return end;
    }

    /// <returns>Behind the closing quotation mark, or where the line ends without one.</returns>
    private int EndOfString(int from)
    {
        for (var at = from; at < _text.Length; at++)
        {
            switch (_text[at])
            {
                case '"':
                    return at + 1;
                case '\n' or '\r':
                    return at;
                case '\\' when at + 1 < _text.Length && _text[at + 1] is not ('\n' or '\r'):
                    at++;
                    break;
            }
        }

        return _text.Length;
    }

    /// <summary>Lines end within it, too.</summary>
    private int EndOfBlock(int from)
    {
        for (var at = from; at < _text.Length; at++)
        {
            var rest = _text.AsSpan(at);
            if (rest.StartsWith("\"\"\""))
            {
                return at + 3;
            }

            if (rest.StartsWith("\\\"\"\""))
            {
                at += 3;
                continue;
            }

            if (rest[0] == '\r' && (rest.Length == 1 || rest[1] != '\n'))
            {
                _text[at] = '\n';
            }

            if (_text[at] == '\n')
            {
                _lineStart = at + 1;
            }
        }

        return _text.Length;
    }

    private static Refusal TooLong(int length, GraphQLLimits limits) =>
        Refusal.TooMuch(
            "TOO_LARGE",
            $"The document has {length} characters; {limits.DocumentCharacters} are allowed. Write values as variables, which may be "
                + "longer.",
            length,
            limits.DocumentCharacters
        );
}
