using System.Buffers;
using System.Text;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads what texts pipe in: <c>{name}</c> is the answer, <c>{name|words}</c> has words for when it is missing, <c>{a + 1}</c> is
/// worked out, <c>{{</c> and <c>}}</c> are braces.</summary>
/// <remarks>A text reads only what is settled before it is shown, so that nothing can pipe itself.</remarks>
internal sealed class PipeReader(TextPlaces texts, ComputedOrder order, List<Problem> problems)
{
    /// <summary>Stands for an answer that is missing.</summary>
    private const string Gap = "…";

    /// <summary>Of an expression that is no mere name.</summary>
    private static readonly SearchValues<char> _signs = SearchValues.Create("+-*/(<>='");

    private readonly Dictionary<Text, PipedText> _piped = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(FilePosition, string)> _reported = [];

    /// <summary>Every text with braces.</summary>
    public IReadOnlyDictionary<Text, PipedText> Piped => _piped;

    /// <param name="settled">What may be piped in.</param>
    /// <returns>The slots it reads.</returns>
    public IReadOnlyList<int> Read(Text? text, Names names, Settled settled)
    {
        if (text is null || texts.Find(text) is not var (german, english))
        {
            return [];
        }

        var (de, en) = (Parts(german, names, settled), Parts(english, names, settled));
        if (de is null || en is null)
        {
            return [];
        }

        var (first, second) = (SlotsOf(de), SlotsOf(en));
        if (!first.ToHashSet().SetEquals(second))
        {
            Report(
                english.PlaceAt(0),
                "piping-differs",
                "The German and the English text do not pipe in the same answers. Name the same ones in both."
            );
        }

        _piped[text] = new(de, en);
        return first;
    }

    private static List<int> SlotsOf(List<PipedText.Part> parts) => [.. parts.SelectMany(part => part.Reads).Distinct()];

    private List<PipedText.Part>? Parts(YamlScalar scalar, Names names, Settled settled)
    {
        var (parts, words, text) = (new List<PipedText.Part>(), new StringBuilder(), scalar.Value);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('{' or '}'))
            {
                words.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == text[i])
            {
                words.Append(text[i++]);
            }
            else if (text[i] == '}' || text.IndexOfAny(['{', '}'], i + 1) is var close && (close < 0 || text[close] == '{'))
            {
                Report(
                    scalar.PlaceAt(i),
                    "piping-syntax",
                    $"This brace has no partner. Write {{name}} to pipe in an answer, and {text[i]}{text[i]} for a brace."
                );
                return null;
            }
            else
            {
                parts.Add(new(words.ToString()));
                words.Clear();
                var (name, fallback) = text.AsSpan(i + 1, close - i - 1).IndexOf('|') is >= 0 and var bar
                    ? (text.Substring(i + 1, bar), text[(i + 2 + bar)..close])
                    : (text[(i + 1)..close], Gap);
                if (Read(name, fallback, offset => scalar.PlaceAt(i + 1 + offset), names, settled) is not { } part)
                {
                    return null;
                }

                parts.Add(part);
                i = close;
            }
        }

        parts.Add(new(words.ToString()));
        return [.. parts.Where(part => part is not { Answer: null, Value: null, Words: "" })];
    }

    /// <param name="written">A name, or an expression.</param>
    private PipedText.Part? Read(string written, string fallback, Func<int, FilePosition> placeAt, Names names, Settled settled)
    {
        var name = written.Trim();
        var start = written.Length - written.TrimStart().Length;
        if (names.Find(name) is not Named.Worked && (names.Find(name) is not null || !LooksWorkedOut(name)))
        {
            return Answer(name, placeAt(start), names, settled) is { } slot ? new(fallback, slot) : null;
        }

        var problemsBefore = problems.Count;
        var value = Expression.Parse(name, offset => placeAt(start + offset), names, problems);
        if (value is null)
        {
            Forget(problemsBefore);
            return null;
        }

        if (value.Kind is ExpressionKind.Codes or ExpressionKind.Period or ExpressionKind.Items)
        {
            Report(
                placeAt(start),
                "type-clash",
                $"A text can say a number, a text, a code, a date or a truth, but this is {value.KindInWords}."
            );
            return null;
        }

        if (value.Slots.All(slot => order.IsSettled(slot, settled)))
        {
            return new(fallback, null, value);
        }

        Report(
            placeAt(start),
            "read-before-asked",
            $"This text pipes in '{name}', which is settled only later. Ask that one first, or leave it out."
        );
        return null;
    }

    private static bool LooksWorkedOut(string written) => written.AsSpan().ContainsAny(_signs);

    /// <summary>Takes problems back that were reported at the same place before: labels of a code list are read for every
    /// question.</summary>
    private void Forget(int from)
    {
        for (var i = problems.Count - 1; i >= from; i--)
        {
            if (!_reported.Add((problems[i].Place, problems[i].Code)))
            {
                problems.RemoveAt(i);
            }
        }
    }

    private Named.Slot? Answer(string name, FilePosition place, Names names, Settled settled)
    {
        switch (names.Find(name))
        {
            case Named.Slot slot:
                return Early(slot.Index) ? null : slot;
            case Named.Roster roster:
                return Early(roster.Items) ? null : roster.Own;
            case Named.Worked:
                throw new System.Diagnostics.UnreachableException(name);
            case Named.Broken or Named.Cyclic:
                return null;
            case Named.Parts:
                Report(place, "type-clash", $"'{name}' has several parts. Name one of them, as in {{{name}.part}}.");
                return null;
            case Named.OfItems(var roster):
                Report(
                    place,
                    "item-outside-roster",
                    $"'{name}' is asked for each item of '{roster}': outside of it nobody knows which one is meant."
                );
                return null;
            default:
                var near = names.Near(name);
                Report(
                    place,
                    "unknown-name",
                    "There is no question or computed value "
                        + $"'{name}'.{(near is null ? " For a brace write it twice." : $" Did you mean '{near}'?")}"
                );
                return null;
        }

        bool Early(int slot)
        {
            if (order.IsSettled(slot, settled))
            {
                return false;
            }

            Report(
                place,
                "read-before-asked",
                $"This text pipes in '{name}', which is settled only later. Ask that one first, or leave it out."
            );
            return true;
        }
    }

    /// <summary>Once: the labels of a code list are read for every question that uses it.</summary>
    private void Report(FilePosition place, string code, string message)
    {
        if (_reported.Add((place, code)))
        {
            problems.Add(new(place, code, message));
        }
    }
}
