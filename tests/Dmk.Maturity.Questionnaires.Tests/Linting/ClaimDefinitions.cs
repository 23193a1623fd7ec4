using System.Globalization;
using System.Text;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Questionnaires drawn by seed whose conditions try the linter: texts, numbers near and beyond what an answer can hold,
/// dates, ticks, rosters, grids, sums, ratios and computed values, often twice over the same variable.</summary>
internal sealed class ClaimDefinitions(int seed)
{
    private static readonly string[] _numbers =
    [
        "0",
        "1",
        "5",
        "5.5",
        "0.000001",
        "99",
        "100",
        "12345678.25",
        "99999999999999",
        "12345678901234.5",
        "999999999999999",
        "1000000000000000",
        "2000000000000000",
        "79228162514264337593543950",
    ];

    private static readonly string[] _days = ["2024-02-28", "2024-02-29", "2024-03-01", "1999-12-31", "2030-01-01"];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _yaml = new();
    private readonly List<Func<string>> _atoms = [];
    private readonly List<string> _amounts = [];
    private readonly List<string> _counts = [];
    private readonly List<string> _dates = [];
    private int _next;

    /// <summary>With the condition or rule that stands in each line.</summary>
    public string Write()
    {
        _yaml.Append("id: drawn\nversion: 1.0.0\nlanguages: [de, en]\ntitle: { de: Zufall, en: Chance }\nsections:\n");
        for (var section = 0; section < 3; section++)
        {
            _yaml.Append(CultureInfo.InvariantCulture, $"- id: s{section}\n  title: {{ de: Teil {section}, en: Part {section} }}\n");
            When("  ");
            _yaml.Append("  questions:\n");
            for (var question = _random.Next(2, 5); question > 0; question--)
            {
                Question();
            }
        }

        _yaml.Append("computed:\n");
        for (var value = 0; value < 2; value++)
        {
            _yaml.Append(CultureInfo.InvariantCulture, $"- {{ id: c{value}, value: \"{(value == 0 ? Amount() : Condition())}\" }}\n");
        }

        _atoms.Add(() => $"c0 {Sign()} {Number()}");
        _atoms.Add(() => "c1");
        _yaml.Append("checks:\n");
        for (var check = 0; check < 4; check++)
        {
            _yaml.Append(
                CultureInfo.InvariantCulture,
                $"- {{ id: k{check}, level: {(check < 3 ? "hard" : "soft")}, "
                    + $"unknown: {(check == 1 ? "fail" : "pass")}, must: \"{Condition()}\", "
                    + $"message: {{ de: Bitte {check}., en: Please {check}. }} }}\n"
            );
        }

        return _yaml.ToString();
    }

    private void Question()
    {
        var id = $"q{_next++}";
        var type = _random.Next(10);
        _yaml.Append(CultureInfo.InvariantCulture, $"  - id: {id}\n    text: {{ de: Frage {id}, en: Question {id} }}\n");
        When("    ");
        Line(
            type switch
            {
                0 => Text(id),
                1 => Single(id),
                2 => Multiple(id),
                3 => Numeric(id, "integer"),
                4 => Numeric(id, "decimal"),
                5 => Date(id),
                6 => Grid(id),
                7 => Sum(id),
                8 => Search(id),
                _ => Roster(id),
            }
        );
    }

    private string Text(string id)
    {
        _atoms.Add(() => $"{id} {Pick("==", "!=")} '{Pick("x", "y", "z")}'");
        _atoms.Add(() => $"{id} {Pick("in", "not in")} ['x', '{Pick("y", "z")}']");
        _atoms.Add(() => $"coalesce({id}, 'x') {Pick("==", "!=")} 'x'");
        _atoms.Add(() => $"answered({id})");
        _atoms.Add(() => $"contains({id}, '{Pick("x", "y", "z")}')");
        _atoms.Add(() => $"length({id}) {Sign()} {Pick("0", "1", "2", "4")}");
        _atoms.Add(() => $"{id} {Pick("==", "!=")} '{Pick("12345", "a@b.de", "xxx")}'");
        return Pick(
            "type: text, maximumLength: 3",
            "type: text, maximumLength: 1",
            "type: text, minimumLength: 2",
            "type: text, pattern: '[xy]{1,2}', patternMessage: { de: So nicht., en: Not so. }",
            "type: postalCode",
            "type: email"
        );
    }

    private string Single(string id)
    {
        _atoms.Add(() => $"{id} {Pick("==", "!=")} '{Pick("a", "b", "c")}'");
        _atoms.Add(() => $"{id} {Pick("in", "not in")} ['a', 'b']");
        _atoms.Add(() => $"{id} is {Pick("dontKnow", "unanswered", "notAsked")}");
        _atoms.Add(() => $"{id}.c {Pick("==", "!=")} '{Pick("x", "y")}'");
        _atoms.Add(() => $"{id}.c not in ['x', 'y']");
        return $"type: single, missing: [dontKnow], {Options(", specify: true")}";
    }

    private string Multiple(string id)
    {
        _atoms.Add(() => $"'{Pick("a", "b", "c", "none")}' in {id}");
        _atoms.Add(() => $"'{Pick("a", "b", "c", "none")}' not in {id}");
        _atoms.Add(() => $"count_answered({id}) {Sign()} {Pick("0", "1", "2", "3")}");
        return $"type: multiple, {Options(", specify: true", ", exclusive: true")}, {Pick("minimum: 1", "minimum: 2", "maximum: 2")}";
    }

    private string Numeric(string id, string type)
    {
        _amounts.Add(id);
        for (var i = 0; i < 3; i++)
        {
            _atoms.Add(() => $"{id} {Sign()} {Number()}");
        }

        _atoms.Add(() => $"{id} {Pick("in", "not in")} [{Number()}, {Number()}]");
        _atoms.Add(() => $"coalesce({id}, {Number()}) {Sign()} {Number()}");
        var other = _counts.Count == 0 ? "3" : Pick(_counts);
        _counts.Add(id);
        _atoms.Add(() => $"{id} {Sign()} {Pick(_counts)}{Pick("", " + 1", " - 1")}");
        _atoms.Add(() => $"{id} {Sign()} {other}");
        var bounds = Pick(
            $", max: \"{other}\"",
            $", min: \"{other} + 1\"",
            $", min: \"{other}{Pick("", " + 1", " - 1")}\", max: \"{Pick(other, "9")}\"",
            "",
            "",
            ", min: 0",
            ", min: 0, max: 100",
            ", min: -5, max: 5",
            ", max: 5.5",
            ", min: 5, max: \"5 + 0 * 1\""
        );
        return type == "integer" ? $"type: integer{bounds}" : $"type: decimal, decimals: {_random.Next(7)}{bounds}";
    }

    private string Date(string id)
    {
        _atoms.Add(() => $"{id} {Sign()} date('{Pick(_days)}')");
        _atoms.Add(() => $"{id} {Sign()} date('{Pick(_days)}')");
        _atoms.Add(() => $"year({id}) {Sign()} {Pick("1999", "2024", "2030")}");
        _atoms.Add(() => $"{id} - date('{Pick(_days)}') {Sign()} {Pick("0", "1", "2")}");
        var other = Pick([.. _dates, "today", "date('2024-02-28')"]);
        _dates.Add(id);
        _atoms.Add(() => $"{id} {Sign()} {Pick([.. _dates, "today"])}{Pick("", " + 1", " - 1")}");
        _atoms.Add(() => $"{id} {Sign()} {other}");
        return Pick(
            "type: date",
            "type: date, from: 2024-02-29",
            "type: date, from: 2000-01-01, to: 2024-02-29",
            $"type: date, to: \"{other}\"",
            $"type: date, from: \"{other}\"",
            $"type: date, from: \"{other}{Pick("", " + 1", " - 1")}\", to: \"{Pick(other, "today")}{Pick("", " - 1")}\""
        );
    }

    private string Grid(string id)
    {
        var each = Pick("single", "multiple");
        _atoms.Add(() =>
            each == "single" ? $"{id}.x {Pick("==", "!=")} '{Pick("a", "b", "c")}'" : $"'{Pick("a", "b", "c")}' in {id}.{Pick("x", "y")}"
        );
        _atoms.Add(() => $"count_answered({id}.x) {Sign()} {Pick("0", "1", "2")}");
        _atoms.Add(() => $"answered({id})");
        return $"type: grid, each: {each}, rows: [ {{ id: x, de: X, en: X }}, {{ id: y, de: Y, en: Y }} ], {Options("")}";
    }

    private string Sum(string id)
    {
        _amounts.Add($"{id}.x");
        _atoms.Add(() => $"{id}.x {Sign()} {Number()}");
        _atoms.Add(() => $"sum({id}) {Sign()} {Number()}");
        return $"type: sumGroup, total: {Pick("100", "1")}, items: [ {{ id: x, de: X, en: X }}, {{ id: y, de: Y, en: Y }} ], "
            + "missing: [dontKnow]";
    }

    private string Search(string id)
    {
        _atoms.Add(() => $"{id} {Pick("==", "!=")} '{Pick("A", "C")}'");
        _atoms.Add(() => $"answered({id})");
        return "type: codeSearch, classification: wz2008";
    }

    private string Roster(string id)
    {
        _amounts.Add($"sum({id}, {id}_n, missing: skip)");
        _atoms.Add(() => $"count({id}) {Sign()} {Pick("0", "1", "2", "3")}");
        _atoms.Add(() => $"{Pick("sum", "max", "min")}({id}, {id}_n) {Sign()} {Number()}");
        _atoms.Add(() => $"{Pick("any", "all")}({id}, {id}_n {Sign()} {Number()})");
        return "type: roster, maximum: 2, item: { de: Ort, en: Site }, questions: [ "
            + $"{{ id: {id}_n, type: integer, min: 0, max: 100, text: {{ de: Wie viele, en: How many }} }} ]";
    }

    private static string Options(string specify, string exclusive = "") =>
        $"options: [ {{ code: a, de: A, en: A }}, {{ code: b, de: B, en: B }}, {{ code: c, de: C, en: C{specify} }}, "
        + $"{{ code: none, de: nichts, en: none{exclusive} }} ]";

    private void When(string indent)
    {
        if (_atoms.Count > 0 && _random.Next(3) > 0)
        {
            _yaml.Append(CultureInfo.InvariantCulture, $"{indent}when: \"{Condition()}\"\n");
        }
    }

    private string Condition()
    {
        if (_atoms.Count == 0)
        {
            return "1 == 1";
        }

        var atom = _atoms[_random.Next(_atoms.Count)];
        var (first, second, third) = (atom(), atom(), _atoms[_random.Next(_atoms.Count)]());
        return _random.Next(7) switch
        {
            0 => first,
            1 => $"not ({first})",
            2 => $"{first} and {second}",
            3 => $"{first} and not ({second})",
            4 => $"({first} or {second}) and {third}",
            5 => $"{Amount()} {Sign()} {Number()} and {third}",
            _ => $"if({first}, {second}, {third})",
        };
    }

    private string Amount() =>
        _amounts.Count == 0
            ? "1"
            : _random.Next(8) switch
            {
                0 => $"{Pick(_amounts)} + {Pick(_amounts)}",
                1 => $"{Pick(_amounts)} / {Pick(_amounts)}",
                2 => $"{Pick(_amounts)} * {Pick(_amounts)}",
                3 => $"round({Pick(_amounts)} / 3, 1)",
                4 => $"abs({Pick(_amounts)} - {Number()})",
                5 => $"max({Pick(_amounts)}, {Number()})",
                6 => $"min(coalesce({Pick(_amounts)}, 1), {Pick(_amounts)})",
                _ => $"-{Pick(_amounts)}",
            };

    private string Sign() => Pick("<", "<=", ">", ">=", "==", "!=");

    private string Number() => (_random.Next(4) == 0 ? "-" : "") + Pick(_numbers);

    private string Pick(params IReadOnlyList<string> all) => all[_random.Next(all.Count)];

    private void Line(string keys)
    {
        _yaml.Append(CultureInfo.InvariantCulture, $"    {Keys(keys)}\n");
    }

    /// <summary>Keys at the top of a mapping each in a line of its own.</summary>
    private static string Keys(string keys)
    {
        var (text, depth) = (new StringBuilder(), 0);
        foreach (var letter in keys)
        {
            depth +=
                letter is '{' or '[' ? 1
                : letter is '}' or ']' ? -1
                : 0;
            text.Append(letter == ',' && depth == 0 ? "\n   " : letter.ToString());
        }

        return text.ToString();
    }
}
