using System.Globalization;
using System.Text;

namespace Dmk.Maturity.Indices.Tests;

/// <summary>Index models over the small survey drawn at random: every aggregation, direction, kind of score and rule of missing, up to
/// four levels deep.</summary>
internal sealed class RandomModel
{
    private static readonly string[] _aggregations =
    [
        "arithmetic",
        "geometric",
        "harmonic",
        "minimum",
        "maximum",
        "count",
        "ladder", /*lang=json*/
        "{ power: 2.5 }", /*lang=json*/
        "{ power: -3 }", /*lang=json*/
        "{ power: 0.01 }", /*lang=json*/
        "{ power: 100 }", /*lang=json*/
        "{ power: -100 }",
    ];

    /// <summary>The better the answer, the higher the score; SCORE stands for a random score of a missing, or exclude.</summary>
    private static readonly string[] _leaves =
    [
        "question: ai_use, score: { none: LOW, pilot: MIDDLE, wide: HIGH }, missing: { unanswered: SCORE, dontKnow: "
            + "SCORE, refused: SCORE, notApplicable: SCORE }",
        "question: ai_fields, score: { countShare: 2 }, missing: { unanswered: SCORE, notAsked: SCORE }",
        "question: ai_fields, score: { countShare: 1, of: [a, c] }, missing: { unanswered: SCORE, notAsked: SCORE }",
        "question: ai_fields, score: { sumOf: { a: 30, b: 30, c: 60, nothing: 0 }, cap: 90 }, missing: { unanswered: "
            + "SCORE, notAsked: SCORE }",
        "question: ai_fields, score: { bestOf: { a: MIDDLE, b: LOW, c: HIGH, nothing: 0 } }, missing: { unanswered: "
            + "SCORE, notAsked: SCORE }",
        "question: skills.training, score: { none: LOW, pilot: MIDDLE, wide: HIGH }, missing: { unanswered: SCORE, notApplicable: SCORE }",
        "question: skills.hiring, score: { none: LOW, pilot: MIDDLE, wide: HIGH }, missing: { unanswered: SCORE, notApplicable: SCORE }",
        "question: specialists, goalposts: { low: 0, high: 10, outside: clip }, missing: { unanswered: SCORE, dontKnow: SCORE }",
        "question: specialists, bands: [ { below: 1, score: LOW }, { below: 5, score: MIDDLE }, { score: HIGH } ], "
            + "missing: { unanswered: SCORE, dontKnow: SCORE }",
        "title: { de: t, en: t }, value: \"specialists / persons\", goalposts: { low: 0, high: 0.5, outside: clip }, "
            + "missing: { unanswered: SCORE, dontKnow: SCORE }",
        "title: { de: t, en: t }, value: \"specialists > 2 or skills.training == 'wide'\", score: { true: HIGH, false: "
            + "LOW }, missing: { unanswered: SCORE, dontKnow: SCORE, notApplicable: SCORE }",
        "title: { de: t, en: t }, value: \"outage\", goalposts: { low: 10, high: 0, outside: clip }, missing: { unanswered: SCORE }",
    ];

    private readonly Random _random;
    private readonly bool _directions;
    private readonly StringBuilder _yaml = new();
    private int _nodes;

    private RandomModel(int seed, bool directions) => (_random, _directions) = (new(seed), directions);

    /// <param name="directions">Whether nodes may have a negative direction.</param>
    public static string Yaml(int seed, bool directions)
    {
        var model = new RandomModel(seed, directions);
        model._yaml.Append("id: random\nversion: 1.0.0\nquestionnaire: small@1\ntitle: { de: t, en: t }\n");
        model._yaml.Append(
            CultureInfo.InvariantCulture,
            $"scale: {{ from: {model._random.Next(2)}, to: 100 }}\nlevels: [ {{ id: low, from: 0, de: t, en: t }} ]\nindex:\n"
        );
        model._yaml.Replace(
            "from: 0, de",
            model._yaml.ToString().Contains("from: 1,", StringComparison.Ordinal) ? "from: 1, de" : "from: 0, de"
        );
        model.Branch(2, "", null);
        return model._yaml.ToString();
    }

    public static IndexModel Of(int seed, bool directions) =>
        IndexModel.Parse(Yaml(seed, directions), "random.yaml", SmallSurvey.Questionnaire).OrThrow();

    private void Branch(int indent, string dash, string? above)
    {
        var aggregation = _aggregations[_random.Next(_aggregations.Length)];
        Line(indent, dash, $"id: n{_nodes++}");
        Line(indent, "", "title: { de: t, en: t }");
        if (above is not null)
        {
            Line(indent, "", $"weight: {_random.Next(1, 8)}");
            Line(indent, "", $"direction: {Direction()}");
            Line(indent, "", Reached(above));
        }

        Line(indent, "", $"aggregate: {aggregation}");
        Line(
            indent,
            "",
            aggregation == "ladder" || _random.Next(2) == 0 ? ""
                : _random.Next(2) == 0 ? "missing: { atLeast: { share: 0.4, of: applicable } }"
                : "missing: { atLeast: { share: 0.3, count: 1, of: all } }"
        );
        Line(indent, "", "children:");
        for (var children = _random.Next(1, 5); children > 0; children--)
        {
            if (indent < 10 && _random.Next(3) == 0)
            {
                Branch(indent + 4, "- ", aggregation);
            }
            else
            {
                Leaf(indent + 2, aggregation);
            }
        }
    }

    private void Leaf(int indent, string above)
    {
        var leaf = _leaves[_random.Next(_leaves.Length)];
        var (low, middle, high) = (_random.Next(1, 40), _random.Next(40, 80), _random.Next(80, 101));
        while (leaf.Contains("SCORE", StringComparison.Ordinal))
        {
            var at = leaf.IndexOf("SCORE", StringComparison.Ordinal);
            leaf =
                leaf[..at]
                + (_random.Next(3) == 0 ? _random.Next(1, 100).ToString(CultureInfo.InvariantCulture) : "exclude")
                + leaf[(at + 5)..];
        }

        leaf = leaf.Replace("LOW", $"{low}", StringComparison.Ordinal)
            .Replace("MIDDLE", $"{middle}", StringComparison.Ordinal)
            .Replace("HIGH", $"{high}", StringComparison.Ordinal)
            .Replace("nothing: 0 } }", "nothing: 1 } }", StringComparison.Ordinal);
        var direction = leaf.Contains("low: 10", StringComparison.Ordinal) ? "positive" : Direction();
        var reached = Reached(above);
        Line(
            indent,
            "- ",
            $"{{ id: n{_nodes++}, weight: {_random.Next(1, 8)}, direction: {direction}, "
                + $"{(reached.Length > 0 ? reached + ", " : "")}{leaf} }}",
            inline: true
        );
    }

    private string Direction() => _directions && _random.Next(3) == 0 ? "negative" : "positive";

    private string Reached(string above) => above is "count" or "ladder" && _random.Next(3) > 0 ? $"reached: {_random.Next(2, 101)}" : "";

    private void Line(int indent, string dash, string text, bool inline = false)
    {
        if (text.Length > 0)
        {
            _yaml.Append(' ', dash.Length > 0 && !inline ? indent - 2 : indent).Append(dash).Append(text).Append('\n');
        }
    }
}
