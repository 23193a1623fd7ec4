using YamlDotNet.Core;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Walks the characters of a file alongside those of a scalar's value, to say where a character of the value stands in the
/// file.</summary>
/// <remarks>Quotes and escapes are passed; white space of the file that folding swallowed is skipped.</remarks>
internal struct YamlText(string text, int index, FilePosition place)
{
    private int _line = place.Line;
    private int _column = place.Column;

    private readonly char Current => index < text.Length ? text[index] : '\0';

    public void SkipOpening(ScalarStyle style)
    {
        if (style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted)
        {
            Step();
        }
        else if (style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            while (Current is not ('\n' or '\0'))
            {
                Step();
            }

            SkipWhiteSpace();
        }
    }

    public void Pass(char character, ScalarStyle style)
    {
        if (char.IsWhiteSpace(character) && Current != '\\')
        {
            if (Current is '\r' or '\n')
            {
                SkipWhiteSpace();
            }
            else if (char.IsWhiteSpace(Current))
            {
                Step();
            }

            return;
        }

        SkipWhiteSpace();
        Step(
            (style, Current) switch
            {
                (ScalarStyle.SingleQuoted, '\'') => 2,
                (ScalarStyle.DoubleQuoted, '\\') => index + 1 < text.Length ? EscapeLength(text[index + 1]) : 1,
                _ => 1,
            }
        );
    }

    /// <summary>Behind as many of these characters as stand here.</summary>
    public readonly YamlText Behind(ReadOnlySpan<char> characters)
    {
        var end = this;
        while (characters.Contains(end.Current))
        {
            end.Step();
        }

        return end;
    }

    /// <summary>Where the comment begins that is next, with nothing but white space before it; null where something else is.</summary>
    public readonly FilePosition? NextComment()
    {
        var next = this;
        next.SkipWhiteSpace();
        return next.Current == '#' && (next._line, next._column) != (_line, _column) ? new(place.File, next._line, next._column) : null;
    }

    public FilePosition Next(char character)
    {
        if (!char.IsWhiteSpace(character))
        {
            SkipWhiteSpace();
        }

        return new(place.File, _line, _column);
    }

    private static int EscapeLength(char kind) =>
        kind switch
        {
            'x' => 4,
            'u' => 6,
            'U' => 10,
            _ => 2,
        };

    private void SkipWhiteSpace()
    {
        while (char.IsWhiteSpace(Current))
        {
            Step();
        }
    }

    private void Step(int count = 1)
    {
        for (; count > 0 && index < text.Length; count--, index++)
        {
            (_line, _column) = text[index] == '\n' ? (_line + 1, 1) : (_line, _column + 1);
        }
    }
}
