using System.Globalization;
using System.Text;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices.Tests;

/// <summary>Goalposts, directions, weights and means against COINr 1.1.14 (R 4.2.2) on its ASEM data set: 51 countries, 49 indicators, 14
/// of them of negative direction, four levels.
/// The index model's goalposts are each indicator's lowest and highest value, which is what COINr's n_minmax does. Provenance in
/// reference/README.md.</summary>
public class CoinrTests
{
    private const double Tolerance = 1e-9;

    private static readonly IReadOnlyDictionary<string, string>[] _countries = Rows("asem-treated.csv");
    private static readonly IReadOnlyDictionary<string, string>[] _tree = Rows("asem-tree.csv");
    private static readonly IReadOnlyDictionary<string, string>[] _index = Rows("asem-index.csv");
    private static readonly string[] _indicators = [.. _countries[0].Keys.Where(column => column != "unit")];
    private static readonly Questionnaire _questionnaire = Questionnaire.Parse(QuestionnaireYaml(), "asem.yaml", new([])).OrThrow();

    [Theory]
    [InlineData("arithmetic", 0, "arithmetic0")]
    [InlineData("arithmetic", 1, "arithmetic1")]
    [InlineData("geometric", 1, "geometric1")]
    [InlineData("harmonic", 1, "harmonic1")]
    [InlineData( /*lang=json*/
        "{ power: 1 }",
        1,
        "arithmetic1"
    )]
    [InlineData( /*lang=json*/
        "{ power: -1 }",
        1,
        "harmonic1"
    )]
    public void The_index_of_every_country_is_that_of_COINr(string aggregation, int from, string column)
    {
        var model = IndexModel.Parse(IndexYaml(aggregation, from), "asem-index.yaml", _questionnaire).OrThrow();
        Assert.Equal((51, 51), (_countries.Length, _index.Length));
        foreach (var (country, expected) in _countries.Zip(_index))
        {
            Equal(Number(expected, column), model.Score(AnswersOf(country))[0], country["unit"]);
        }
    }

    [Fact]
    public void Every_pillar_and_sub_index_is_that_of_COINr()
    {
        var model = IndexModel.Parse(IndexYaml("arithmetic", 0), "asem-index.yaml", _questionnaire).OrThrow();
        var nodes = model.Nodes.Where(node => _index[0].ContainsKey(node.Id)).ToArray();
        Assert.Equal(10, nodes.Length);
        foreach (var (country, expected) in _countries.Zip(_index))
        {
            var scores = model.Score(AnswersOf(country));
            Assert.All(nodes, node => Equal(Number(expected, node.Id), scores[node.Index], country["unit"]));
        }
    }

    private static string QuestionnaireYaml()
    {
        var yaml = new StringBuilder(
            "id: asem\nversion: 1.0.0\nlanguages: [de, en]\ntitle: { de: Asem, en: Asem }\nsections:\n  - id: all\n    "
                + "title: { de: Alle, en: All }\n    questions:\n"
        );
        foreach (var indicator in _indicators)
        {
            yaml.Append(
                CultureInfo.InvariantCulture,
                $"      - {{ id: {indicator}, type: decimal, text: {{ de: {indicator}, en: {indicator} }} }}\n"
            );
        }

        return yaml.ToString();
    }

    private static string IndexYaml(string aggregation, int from)
    {
        var yaml = new StringBuilder("id: asem-index\nversion: 1.0.0\nquestionnaire: asem@1\ntitle: { de: Asem, en: Asem }\n");
        yaml.Append(
            CultureInfo.InvariantCulture,
            $"scale: {{ from: {from}, to: 100 }}\nlevels: [ {{ id: low, from: {from}, de: Tief, en: Low }} ]\nindex:\n"
        );
        Node(_tree.Single(node => node["parent"].Length == 0), 2);
        return yaml.ToString();

        void Node(IReadOnlyDictionary<string, string> node, int indent)
        {
            var (code, sign) = (node["code"], node["direction"] == "-1" ? "negative" : "positive");
            string[] lines =
            [
                $"id: {code}",
                $"title: {{ de: {code}, en: {code} }}",
                .. node["parent"].Length > 0 ? [$"weight: {node["weight"]}", $"direction: {sign}"] : Array.Empty<string>(),
                .. _indicators.Contains(code)
                    ? [$"question: {code}", Goalposts(code), "missing: { unanswered: exclude }"]
                    : new[] { $"aggregate: {aggregation}", "children:" },
            ];
            for (var i = 0; i < lines.Length; i++)
            {
                yaml.Append(' ', i == 0 && indent > 2 ? indent - 2 : indent)
                    .Append(i == 0 && indent > 2 ? "- " : "")
                    .Append(lines[i])
                    .Append('\n');
            }

            foreach (var child in _tree.Where(one => one["parent"] == code))
            {
                Node(child, indent + 4);
            }
        }
    }

    private static string Goalposts(string indicator)
    {
        var values = _countries.Select(country => Value(country, indicator)).ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"goalposts: {{ low: {values.Min()}, high: {values.Max()}, outside: clip }}");
    }

    private static Interview AnswersOf(IReadOnlyDictionary<string, string> country) =>
        Interview.Of(
            _questionnaire,
            Answers.Of(
                _indicators.Select(indicator =>
                    KeyValuePair.Create<string, Answer>(indicator, new Answer.Number(Value(country, indicator)))
                )
            )
        );

    private static decimal Value(IReadOnlyDictionary<string, string> row, string column) =>
        decimal.Parse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture);

    private static double Number(IReadOnlyDictionary<string, string> row, string column) =>
        double.Parse(row[column], CultureInfo.InvariantCulture);

    private static void Equal(double expected, double actual, string what) =>
        Assert.True(
            Math.Abs(actual - expected) <= Tolerance * Math.Abs(expected),
            string.Create(CultureInfo.InvariantCulture, $"{what}: expected {expected:R}, got {actual:R}.")
        );

    private static IReadOnlyDictionary<string, string>[] Rows(string file)
    {
        var lines = File.ReadAllLines(
            Path.Combine(Path.GetDirectoryName(Repository.Questionnaires)!, "tests", "Dmk.Maturity.Indices.Tests", "reference", file)
        );
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => columns.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))];
    }
}
