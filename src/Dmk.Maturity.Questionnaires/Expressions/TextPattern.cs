using System.Text.RegularExpressions;

namespace Dmk.Maturity.Questionnaires;

/// <summary>The form that a whole text must have, as a regular expression without look-around and back references: the time to match
/// grows with the length of the text alone, whatever the pattern.</summary>
public sealed class TextPattern
{
    /// <summary>In characters.</summary>
    public const int MostCharacters = 200;

    /// <summary>Larger repetitions make automata that take much memory.</summary>
    private const int MostRepetitions = 1_000;

    private readonly Regex _regex;

    private TextPattern(string source, Regex regex) => (Source, _regex) = (source, regex);

    /// <summary>As written by the author.</summary>
    public string Source { get; }

    /// <param name="mistake">What is wrong, where null is given.</param>
    public static TextPattern? Read(string source, out string mistake)
    {
        mistake = source.Length switch
        {
            0 => "The pattern is empty. Write one such as '[0-9]{5}', or remove it.",
            > MostCharacters => $"The pattern has {source.Length} characters, more than {MostCharacters}.",
            _ => Repeats(source) > MostRepetitions ? $"The pattern repeats something more than {MostRepetitions} times." : "",
        };
        if (mistake.Length > 0)
        {
            return null;
        }

        try
        {
            // Alone first: what is wrong is then said of the author's own text, and no bracket of ours closes one of its.
            _ = new Regex(source, RegexOptions.CultureInvariant);
            return new(source, new($"\\A(?:{source})\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
        }
        catch (ArgumentException failure)
        {
            mistake = $"This is no regular expression: {Words(failure.Message)}";
        }
        catch (NotSupportedException)
        {
            mistake = "Look-around, back references and very large repetitions cannot be used in a pattern. Write it without them.";
        }

        return null;
    }

    public bool IsMatch(string text) => _regex.IsMatch(text);

    public override string ToString() => Source;

    /// <summary>The product of all numbers between braces: how often something may be repeated at most.</summary>
    private static decimal Repeats(string source)
    {
        decimal product = 1;
        for (var open = source.IndexOf('{', StringComparison.Ordinal); open >= 0; open = source.IndexOf('{', open + 1))
        {
            var close = source.IndexOf('}', open);
            var largest = close < 0 ? 1 : source[(open + 1)..close].Split(',').Max(part => int.TryParse(part, out var n) ? n : 1);
            product = Math.Min(product * Math.Max(largest, 1), int.MaxValue);
        }

        return product;
    }

    private static string Words(string message)
    {
        var (from, to) = (message.IndexOf("' at offset", StringComparison.Ordinal), message.Length);
        return from < 0 ? message : message[(from + 2)..to];
    }
}
