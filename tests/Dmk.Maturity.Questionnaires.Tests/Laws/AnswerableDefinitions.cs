using System.Globalization;
using System.Text;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Questionnaires drawn by seed that can be answered: every question type, and no hard check that contradicts another.</summary>
/// <remarks>Unlike <see cref="RandomDefinitions"/>, whose checks may exclude each other. Written as an author would write it and read by
/// the real reader.</remarks>
internal sealed class AnswerableDefinitions
{
    private static readonly string[] _types =
    [
        "single",
        "single",
        "multiple",
        "grid",
        "integer",
        "integer",
        "decimal",
        "percentage",
        "sumGroup",
        "date",
        "period",
        "text",
        "codeSearch",
        "roster",
        "note",
    ];

    private readonly Random _random;
    private readonly StringBuilder _yaml = new();
    private readonly List<string> _numbers = [];
    private readonly List<string> _singles = [];
    private readonly List<string> _multiples = [];
    private readonly List<string> _others = [];
    private int _next;
    private int _checks;

    private AnswerableDefinitions(int seed) => _random = new(seed);

    /// <summary>The definition's text, for a law that failed.</summary>
    public static string YamlOf(int seed) => new AnswerableDefinitions(seed).Write();

    public static Questionnaire Of(int seed) => Questionnaire.Parse(YamlOf(seed), "random.yaml", RepositoryFiles.Classifications).OrThrow();

    private string Write()
    {
        _yaml.Append("id: random\nversion: 1.0.0\nlanguages: [de, en]\ntitle: { de: Zufall, en: Chance }\nsections:\n");
        var sections = _random.Next(1, 5);
        for (var section = 0; section < sections; section++)
        {
            Line(2, $"- id: s{section}");
            Line(4, $"title: {{ de: Abschnitt {section}, en: Section {section} }}");
            When(4);
            Line(4, "questions:");
            Questions(6);
            if (_random.Next(3) == 0 && Check() is { } check)
            {
                Line(4, "checks:");
                Line(6, "- " + check);
            }
        }

        Rules();
        return _yaml.ToString();
    }

    private void Questions(int indent)
    {
        for (var count = _random.Next(1, 6); count > 0; count--)
        {
            if (_random.Next(6) == 0)
            {
                Line(indent, $"- group: g{_next++}");
                Line(indent + 2, "title: { de: Gruppe, en: Group }");
                When(indent + 2);
                Line(indent + 2, "questions:");
                Question(indent + 4);
                Question(indent + 4);
            }
            else
            {
                Question(indent);
            }
        }
    }

    private void Question(int indent)
    {
        var (id, type) = ($"q{_next++}", _types[_random.Next(_types.Length)]);
        Line(indent, $"- id: {id}");
        Line(indent + 2, $"type: {type}");
        Line(indent + 2, $"text: {{ de: \"Frage {id}?{Pipe()}\", en: \"Question {id}?{Pipe(again: true)}\" }}");
        When(indent + 2);
        if (type is "note")
        {
            return;
        }

        if (type is not "roster" && _random.Next(2) == 0)
        {
            Line(indent + 2, "missing: [dontKnow, refused, notApplicable]");
        }

        if (type is not "roster" && _random.Next(4) == 0)
        {
            Line(indent + 2, "required: true");
        }

        OfType(indent + 2, id, type);
    }

    private void OfType(int indent, string id, string type)
    {
        const string Options =
            "options: [ { code: a, de: A, en: A }, { code: b, de: B, en: B }, { code: c, de: C, en: C, specify: true "
            + "}, { code: none, de: nichts, en: none";
        switch (type)
        {
            case "single":
                Line(indent, Options + " } ]");
                _singles.Add(id);
                break;
            case "multiple":
                Line(indent, Options + ", exclusive: true } ]");
                _multiples.Add(id);
                break;
            case "grid":
                Line(indent, "rows: [ { id: x, de: X, en: X }, { id: y, de: Y, en: Y } ]");
                Line(indent, "options: [ { code: a, de: A, en: A }, { code: b, de: B, en: B } ]");
                _singles.Add(id + ".x");
                break;
            case "integer" or "decimal" or "percentage":
                Line(indent, "min: 0");
                Line(indent, _numbers.Count > 0 && _random.Next(3) == 0 ? $"max: \"100 + 0 * coalesce({Any(_numbers)}, 0)\"" : "max: 100");
                _numbers.Add(id);
                break;
            case "sumGroup":
                Line(indent, "items: [ { id: x, de: X, en: X }, { id: y, de: Y, en: Y } ]");
                Line(indent, "total: 100");
                _numbers.Add(id + ".x");
                break;
            case "codeSearch":
                Line(indent, "classification: sector");
                _others.Add(id);
                break;
            case "roster":
                Roster(indent, id);
                break;
            default:
                _others.Add(id);
                break;
        }
    }

    private void Roster(int indent, string id)
    {
        Line(indent, "maximum: 4");
        Line(indent, "item: { de: Ort, en: Site }");
        Line(indent, "questions:");
        Line(indent + 2, $"- {{ id: {id}_n, type: integer, min: 0, max: 100, text: {{ de: \"Wie viele?\", en: \"How many?\" }} }}");
        Line(
            indent + 2,
            $"- {{ id: {id}_c, type: single, when: \"{id}_n > 5\", missing: [dontKnow], text: {{ de: \"Welche?\", en: "
                + "\"Which?\" }, options: [ { code: a, de: A, en: A }, { code: b, de: B, en: B } ] }"
        );
        _numbers.Add(_random.Next(2) == 0 ? $"sum({id}, {id}_n, missing: skip)" : $"count({id})");
    }

    private void Rules()
    {
        if (_numbers.Count == 0)
        {
            return;
        }

        Line(0, "computed:");
        Line(2, $"- {{ id: c0, value: \"{Number()}\" }}");
        Line(2, $"- {{ id: c1, value: \"c0 + {Any(_numbers)}\" }}");
        Line(2, $"- {{ id: c2, value: \"{Condition()} and c1 >= 0\" }}");
        Line(0, "checks:");
        Line(
            2,
            $"- {{ id: k{_checks++}, level: hard, must: \"c1 <= 150 or {Any(_numbers)} < 50\", message: {{ de: Zu viel., en: Too "
                + "much. } }"
        );
        Line(2, $"- {{ id: k{_checks++}, level: soft, explain: optional, must: \"c2\", message: {{ de: Wirklich?, en: Really? }} }}");
    }

    private string? Check() =>
        _numbers.Count == 0
            ? null
            : $"{{ id: k{_checks++}, level: {(_random.Next(2) == 0 ? "soft" : "info")}, must: \"{Condition()}\", unknown: "
                + $"{(_random.Next(2) == 0 ? "pass" : "fail")}, message: {{ de: Bitte prüfen., en: Please check. }} }}";

    private void When(int indent)
    {
        if (_random.Next(3) == 0 && (_numbers.Count > 0 || _singles.Count > 0 || _multiples.Count > 0))
        {
            Line(indent, $"when: \"{Condition()}\"");
        }
    }

    /// <summary>Reads only what was asked before.</summary>
    private string Condition() =>
        _random.Next(4) switch
        {
            0 => $"({Comparison()} and {Comparison()})",
            1 => $"({Comparison()} or {Comparison()})",
            2 => $"not {Comparison()}",
            _ => Comparison(),
        };

    private string Comparison()
    {
        var kind = _random.Next(4);
        if (kind == 0 && _singles.Count > 0)
        {
            return $"{Any(_singles)} {(_random.Next(2) == 0 ? "==" : "!=")} '{(_random.Next(2) == 0 ? "a" : "b")}'";
        }

        if (kind == 1 && _multiples.Count > 0)
        {
            return $"'{(_random.Next(2) == 0 ? "b" : "none")}' in {Any(_multiples)}";
        }

        if (kind == 2 && _others.Count > 0)
        {
            return $"answered({Any(_others)})";
        }

        return _numbers.Count > 0
                ? $"{Number()} {(_random.Next(2) == 0 ? ">" : "<=")} " + $"{_random.Next(100).ToString(CultureInfo.InvariantCulture)}"
            : _singles.Count > 0 ? $"answered({Any(_singles)})"
            : $"count_answered({Any(_multiples)}) >= 1";
    }

    private string Number() =>
        _random.Next(4) switch
        {
            0 => $"{Any(_numbers)} + {Any(_numbers)}",
            1 => $"coalesce({Any(_numbers)}, 7)",
            2 => $"max({Any(_numbers)}, {Any(_numbers)})",
            _ => Any(_numbers),
        };

    private string _pipe = "";

    /// <summary>The same in both languages.</summary>
    private string Pipe(bool again = false)
    {
        if (!again)
        {
            var names = _numbers
                .Where(name => !name.Contains('(', StringComparison.Ordinal))
                .Concat(_singles)
                .Concat(_multiples)
                .Concat(_others)
                .ToList();
            _pipe = names.Count > 0 && _random.Next(4) == 0 ? $" ({{{Any(names)}}})" : "";
        }

        return _pipe;
    }

    private string Any(List<string> names) => names[_random.Next(names.Count)];

    private void Line(int indent, string text) => _yaml.Append(' ', indent).Append(text).Append('\n');
}
