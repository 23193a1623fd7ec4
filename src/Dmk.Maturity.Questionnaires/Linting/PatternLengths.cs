using System.Globalization;

namespace Dmk.Maturity.Questionnaires;

/// <summary>How many characters a text of a form has at least and at most, as the regular expression says.</summary>
/// <param name="Shortest">No text of the form is shorter; some that are this short need not be of the form.</param>
/// <param name="Longest">No text of the form is longer; null where there is no such number.</param>
/// <remarks>A regular expression counts units of UTF-16, of which some characters take two: what may match half a character counts as
/// a half where the shortest is sought. Nothing is said of constructs that are rare in forms, such as options and conditions.</remarks>
internal readonly record struct PatternLengths(int Shortest, int? Longest)
{
    private static readonly PatternLengths _anything = new(0, null);

    /// <param name="source">That is a regular expression.</param>
    public static PatternLengths Of(string source)
    {
        var reader = new Reader(source);
        return reader.Alternatives() is { } halves && reader.IsAtEnd
            ? new((halves.Least + 1) / 2, halves.Most is { } most && most < int.MaxValue ? most : null)
            : _anything;
    }

    /// <summary>The least in halves of a character, the most in units.</summary>
    private readonly record struct Span(int Least, int? Most)
    {
        public static Span Nothing { get; } = new(0, 0);

        public Span Then(Span next) => new(Sum(Least, next.Least), Most is { } most && next.Most is { } more ? Sum(most, more) : null);

        public Span Or(Span other) =>
            new(Math.Min(Least, other.Least), Most is { } most && other.Most is { } more ? Math.Max(most, more) : null);

        public Span Times(int least, int? most) =>
            new(
                Product(Least, least),
                Most == 0 ? 0
                    : Most is { } each && most is { } often ? Product(each, often)
                    : null
            );

        private static int Sum(int one, int other) => (int)Math.Min((long)one + other, int.MaxValue);

        private static int Product(int one, int other) => (int)Math.Min((long)one * other, int.MaxValue);
    }

    /// <summary>Reads on from left to right; gives null at what it does not know.</summary>
    private sealed class Reader(string source)
    {
        private static readonly Span _character = new(2, 1);
        private static readonly Span _perhapsHalf = new(1, 1);
        private int _at;

        public bool IsAtEnd => _at == source.Length;

        private char Here() => _at < source.Length ? source[_at] : '\0';

        public Span? Alternatives()
        {
            var all = Sequence();
            while (all is not null && Here() == '|')
            {
                _at++;
                all = Sequence() is { } other ? all.Value.Or(other) : null;
            }

            return all;
        }

        private Span? Sequence()
        {
            Span? all = Span.Nothing;
            while (all is not null && !IsAtEnd && Here() is not ('|' or ')'))
            {
                all = Piece() is { } piece
                    ? Repeated(piece) is { } repeated
                        ? all.Value.Then(repeated)
                        : null
                    : null;
            }

            return all;
        }

        private Span? Piece()
        {
            var sign = source[_at++];
            return sign switch
            {
                '(' => Group(),
                '[' => Class(),
                '\\' => Escape(),
                '.' => _perhapsHalf,
                '^' or '$' => Span.Nothing,
                '*' or '+' or '?' or '#' or ' ' => sign is '#' or ' ' ? _character : null,
                _ => char.IsSurrogate(sign) ? _perhapsHalf : _character,
            };
        }

        private Span? Group()
        {
            if (Here() == '?')
            {
                _at++;
                if (Here() == ':')
                {
                    _at++;
                }
                else if (
                    Here() == '<'
                    && _at + 1 < source.Length
                    && char.IsLetter(source[_at + 1])
                    && source.IndexOf('>', _at) is > 0 and var end
                )
                {
                    _at = end + 1;
                }
                else
                {
                    return null;
                }
            }

            var inner = Alternatives();
            if (inner is null || Here() != ')')
            {
                return null;
            }

            _at++;
            return inner;
        }

        /// <summary>Whole characters, where it is not negated and has none that takes two units.</summary>
        private Span? Class()
        {
            var isWhole = Here() != '^';
            _at += isWhole ? 0 : 1;
            var first = _at;
            while (!IsAtEnd && (Here() != ']' || _at == first))
            {
                var sign = source[_at++];
                if (sign == '[')
                {
                    return null;
                }

                if (sign == '\\')
                {
                    if (IsAtEnd)
                    {
                        return null;
                    }

                    isWhole &= source[_at++] is 'd' or 's' or 'w' or '-' or '.' or ']' or '[' or '/' or '\\' or '+' or '(' or ')' or '^';
                }

                isWhole &= sign < '\uD800';
            }

            if (IsAtEnd)
            {
                return null;
            }

            _at++;
            return isWhole ? _character : _perhapsHalf;
        }

        private Span? Escape()
        {
            if (IsAtEnd)
            {
                return null;
            }

            return source[_at++] switch
            {
                'b' or 'B' or 'A' or 'z' or 'Z' or 'G' => Span.Nothing,
                'd' or 's' or 'w' or 't' or 'n' or 'r' or 'f' or 'v' or 'e' => _character,
                'D' or 'S' or 'W' => _perhapsHalf,
                var sign => char.IsAsciiLetterOrDigit(sign) ? null : _character,
            };
        }

        private Span? Repeated(Span once)
        {
            int least;
            int? most;
            switch (Here())
            {
                case '*':
                    (least, most) = (0, null);
                    break;
                case '+':
                    (least, most) = (1, null);
                    break;
                case '?':
                    (least, most) = (0, 1);
                    break;
                case '{' when Braces(out least, out most) is var length and > 0:
                    _at += length - 1;
                    break;
                default:
                    return once;
            }

            _at++;
            if (Here() == '?')
            {
                _at++;
            }

            return Here() is '*' or '+' or '?' ? null : once.Times(least, most);
        }

        /// <summary>Of <c>{3}</c>, <c>{3,}</c> and <c>{3,5}</c>; all else in braces is text.</summary>
        /// <returns>How many signs it takes; 0 where it is text.</returns>
        private int Braces(out int least, out int? most)
        {
            (least, most) = (1, 1);
            var end = source.IndexOf('}', _at);
            if (end < 0)
            {
                return 0;
            }

            var parts = source[(_at + 1)..end].Split(',');
            if (
                parts.Length > 2
                || !IsCount(parts[0], out least)
                || (parts.Length == 2 && parts[1].Length > 0 && !IsCount(parts[1], out _))
            )
            {
                return 0;
            }

            most =
                parts.Length == 1 ? least
                : IsCount(parts[1], out var count) ? count
                : null;
            return end - _at + 1;
        }

        private static bool IsCount(string text, out int count) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);
    }
}
