using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Dmk.Maturity.Questionnaires;

/// <summary>A single value in an author's YAML file: text until somebody asks for more.</summary>
public sealed class YamlScalar : YamlNode
{
    private const int MaximumIdLength = 64;

    private static readonly System.Buffers.SearchValues<char> _idCharacters = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
    );

    private readonly int _index;
    private readonly ScalarStyle _style;
    private Walk? _walked;

    /// <param name="index">Where its first character, or quote, stands in the file.</param>
    internal YamlScalar(YamlSource source, int line, int index, Scalar scalar)
        : base(source, line, (int)scalar.Start.Column) =>
        (_index, _style, Value) = (index, scalar.Style, YamlSeparators.Show(scalar.Value));

    /// <summary>As written, quotes and folding undone.</summary>
    public string Value { get; }

    private protected override string Kind => Value.Length == 0 ? "empty" : $"the single value '{Shortened}'";

    private string Shortened => Value.Length <= 40 ? Value : Value[..40] + "...";

    /// <summary>Where in the file the character of <see cref="Value"/> at this offset stands; follows quotes, escapes and folded
    /// lines.</summary>
    public FilePosition PlaceAt(int offset) => RawAt(offset).Next(offset < Value.Length ? Value[offset] : '\n');

    /// <remarks>Goes on from where it was asked before, so that a text with thousands of places is walked once.</remarks>
    private YamlText RawAt(int offset)
    {
        offset = Math.Clamp(offset, 0, Value.Length);
        var (at, raw) = _walked is { } walked && walked.Offset <= offset ? (walked.Offset, walked.Raw) : (0, Opened());
        foreach (var character in Value.AsSpan(at, offset - at))
        {
            raw.Pass(character, _style);
        }

        _walked = new(offset, raw);
        return raw;
    }

    private YamlText Opened()
    {
        var raw = new YamlText(Source.Yaml, _index, Place);
        raw.SkipOpening(_style);
        return raw;
    }

    /// <summary>Adds a problem at the character of <see cref="Value"/> at this offset.</summary>
    internal void ReportAt(int offset, string code, string message, Severity severity) =>
        Source.Problems.Add(new(PlaceAt(offset), code, message, severity));

    /// <summary>Whether the author wrote nothing that anybody could read: blank, invisible, or the empty value of YAML (null, ~).</summary>
    internal bool SaysNothing => IsNull || !(Value.AsSpan().ContainsAny(_idCharacters) || SaysSomething(Invisible.Dropped(Value)));

    /// <summary>Whether it is the empty value of YAML, and not the word in quotes.</summary>
    private bool IsNull => _style == ScalarStyle.Plain && Value is "null" or "Null" or "NULL" or "~";

    /// <summary>Reports that a text without quotes is followed by a comment: what reads on behind ' #' may have been meant as text. Of a
    /// text over several lines it is also the line behind '|' or '>', and a comment that stands as deep as the text does.</summary>
    internal void ReportCut()
    {
        if (_style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted)
        {
            return;
        }

        if (_style == ScalarStyle.Plain && Source.Yaml.AsSpan(_index).StartsWith(Value, StringComparison.Ordinal))
        {
            ReportCut(new YamlText(Source.Yaml, _index + Value.Length, Place with { Column = Place.Column + Value.Length }));
        }
        else if (_style == ScalarStyle.Plain)
        {
            ReportCut(RawAt(Value.Length));
        }
        else
        {
            var head = new YamlText(Source.Yaml, _index, Place).Behind("|>+-123456789");
            if (head.NextComment()?.Line == Place.Line)
            {
                ReportCut(head);
            }

            ReportCut(RawAt(Value.TrimEnd().Length));
        }
    }

    private void ReportCut(YamlText end)
    {
        var from = end.Next('\n');
        if (end.NextComment() is { } comment && (comment.Line == from.Line || comment.Column > KeyColumn))
        {
            Source.Problems.Add(
                new(
                    comment.Line == from.Line ? from : comment,
                    "text-cut",
                    "The text ends here: from ' #' on everything is a comment. Put the text in quotes, as in \"Frage #1\", and a comment "
                        + "in a line of its own.",
                    Severity.Warning
                )
            );
        }
    }

    /// <summary>Where the key stands whose value this is, or what else its line begins with.</summary>
    private int KeyColumn
    {
        get
        {
            var line = Source.Yaml.AsSpan(0, _index);
            line = line[(line.LastIndexOf('\n') + 1)..];
            return Math.Max(0, line.IndexOfAnyExcept(' ', '-')) + 1;
        }
    }

    private static bool SaysSomething(string seen)
    {
        foreach (var letter in seen)
        {
            if (!char.IsWhiteSpace(letter) && !_fillers.Contains(letter))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Letters that show nothing: fillers of Hangul, the empty pattern of Braille.</summary>
    private static readonly System.Buffers.SearchValues<char> _fillers = System.Buffers.SearchValues.Create(
        "\u115F\u1160\u2800\u3164\uFFA0"
    );

    /// <summary>Whether a number was written as 1.000: in German a thousand, here a one.</summary>
    internal static bool IsThousands(decimal number) =>
        number.Scale == 3 && Math.Abs(number) is >= 1 and < 1_000 && decimal.Truncate(number) == number;

    /// <param name="offset">Of the number in the value.</param>
    internal void ReportThousands(int offset, decimal number)
    {
        var whole = decimal.Truncate(number).ToString(CultureInfo.InvariantCulture);
        ReportAt(
            offset,
            "thousands-point",
            $"This is {whole}: the point is a decimal point. Write {whole}000 for a thousand, or {whole}.",
            Severity.Warning
        );
    }

    internal string? NotBlank() => string.IsNullOrWhiteSpace(Value) ? Refused<string>("text, but this is empty") : Value;

    internal string? Id()
    {
        if (NotBlank() is not { } id)
        {
            return null;
        }

        return !IsNull && id.Length <= MaximumIdLength && char.IsAsciiLetter(id[0]) && !id.AsSpan().ContainsAnyExcept(_idCharacters)
            ? id
            : Refused<string>($"an id (a letter, then letters, digits, '_' or '-', at most {MaximumIdLength}), but this is '{Shortened}'");
    }

    internal int? Integer(int minimum, int maximum)
    {
        if (!int.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return RefusedNumber<int>($"a whole number, but this is '{Shortened}'");
        }

        return InRange(number, minimum, maximum) ? number : null;
    }

    internal decimal? Decimal(decimal minimum, decimal maximum)
    {
        if (
            !decimal.TryParse(
                Value,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            return RefusedNumber<decimal>($"a number such as 12.5, but this is '{Shortened}'");
        }

        if (IsThousands(number))
        {
            ReportThousands(0, number);
        }

        return InRange(number, minimum, maximum) ? number : null;
    }

    internal DateOnly? Date() =>
        DateOnly.TryParseExact(Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : RefusedNumber<DateOnly>($"a date such as 2027-03-01, but this is '{Shortened}'");

    internal bool? Truth() =>
        Value switch
        {
            "true" => true,
            "false" => false,
            _ => RefusedNumber<bool>($"true or false, but this is '{Shortened}'"),
        };

    internal T? Choice<T>(IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        if (choices.TryGetValue(Value, out var chosen))
        {
            return chosen;
        }

        var near = NearMiss.Of(Value, choices.Keys);
        Report(
            "unknown-choice",
            $"'{Shortened}' is not one of {string.Join(", ", choices.Keys)}.{(near is null ? "" : $" Did you mean '{near}'?")}"
        );
        return null;
    }

    private bool InRange(decimal number, decimal minimum, decimal maximum)
    {
        if (number >= minimum && number <= maximum)
        {
            return true;
        }

        Report("out-of-range", string.Create(CultureInfo.InvariantCulture, $"{number} is not between {minimum} and {maximum}."));
        return false;
    }

    private T? Refused<T>(string expected)
        where T : class
    {
        Report("wrong-kind", $"Expected {expected}.");
        return null;
    }

    private T? RefusedNumber<T>(string expected)
        where T : struct
    {
        Report("wrong-kind", $"Expected {expected}.");
        return null;
    }

    /// <summary>How far the text was walked. Of a large file nearly no value is, so that none carries the room for it.</summary>
    private sealed record Walk(int Offset, YamlText Raw);
}
