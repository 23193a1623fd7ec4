using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>A survey for attackers: a tree of arithmetic means over five numbers, in Länder and sectors, where a company may lack any of
/// the numbers.</summary>
internal static class AttackedSurvey
{
    public const int Minimum = 3;

    internal const string QuestionnaireYaml = """
        id: attacked
        version: 1.0.0
        languages: [de, en]
        title: { de: "Attacked", en: "Attacked" }
        sections:
          - id: all
            title: { de: "All", en: "All" }
            questions:
              - { id: q1, type: integer, min: 0, max: 100, text: { de: "One?", en: "One?" } }
              - { id: q2, type: integer, min: 0, max: 100, text: { de: "Two?", en: "Two?" } }
              - { id: q3, type: integer, min: 0, max: 100, text: { de: "Three?", en: "Three?" } }
              - { id: q4, type: integer, min: 0, max: 100, text: { de: "Four?", en: "Four?" } }
              - { id: q5, type: integer, min: 0, max: 100, text: { de: "Five?", en: "Five?" } }
        """;

    private const string IndexYaml = """
        id: attacked-index
        version: 1.0.0
        title: { de: "Index", en: "Index" }
        questionnaire: attacked@1
        scale: { from: 0, to: 100 }
        levels: [ { id: any, from: 0, de: "Any", en: "Any" } ]
        index:
          id: total
          title: { de: "Total", en: "Total" }
          aggregate: arithmetic
          weights: equal
          missing: { atLeast: 0.1 }
          children:
            - id: a
              title: { de: "A", en: "A" }
              aggregate: arithmetic
              weights: equal
              missing: { atLeast: 0.1 }
              children:
                - { id: a1, title: { de: "A1", en: "A1" }, value: q1, goalposts: { low: 0, high: 100, outside: clip }, missing: { unanswered: exclude } }
                - { id: a2, title: { de: "A2", en: "A2" }, value: q2, goalposts: { low: 0, high: 100, outside: clip }, missing: { unanswered: exclude } }
            - id: b
              title: { de: "B", en: "B" }
              aggregate: arithmetic
              weights: equal
              missing: { atLeast: 0.1 }
              children:
                - { id: b1, title: { de: "B1", en: "B1" }, value: q3, goalposts: { low: 0, high: 100, outside: clip }, missing: { unanswered: exclude } }
                - { id: b2, title: { de: "B2", en: "B2" }, value: q4, goalposts: { low: 0, high: 100, outside: clip }, missing: { unanswered: exclude } }
            - { id: c, title: { de: "C", en: "C" }, value: q5, goalposts: { low: 0, high: 100, outside: clip }, missing: { unanswered: exclude } }
        """;

    private const string StudyYaml = """
        id: attacked-study
        wave: 2027
        title: { de: "Attacked", en: "Attacked" }
        questionnaire: attacked@1.0.0
        indices: [attacked-index@1.0.0]
        field: { from: 2027-03-01, to: 2027-05-31 }
        weights: { nonresponse: { groups: stratum, minimumRespondents: 2, collapse: [ { over: sector, order: cyclic } ] } }
        report: { by: [land, sector], lattice: [[land], [sector], [land, sector]] }
        confidentiality: { minimumRespondents: 3, leaveOutAtMost: 0.2, reason: made up }
        lonely: adjust
        reporting: { land: frame, sector: frame }
        """;

    public static Classifications Classifications { get; } = new([List("land", ["A", "B"]), List("sector", ["p", "q", "r"])]);

    public static IndexModel Model { get; } =
        IndexModel
            .Parse(IndexYaml, "index.yaml", Questionnaire.Parse(QuestionnaireYaml, "questionnaire.yaml", Classifications).OrThrow())
            .OrThrow();

    public static StudyDesign Design { get; } = StudyDesign.Parse(StudyYaml, "study.yaml", Classifications).OrThrow();

    /// <summary>The same study with conditions on the first numbers.</summary>
    public static StudyDesign WithConditions(int number) =>
        StudyDesign
            .Parse(
                StudyYaml
                    + $"\nfilters: [{string.Join(", ", Enumerable.Range(1, number).Select(at => $"q{at}"))}]\nconditions:\n"
                    + string.Concat(
                        Enumerable
                            .Range(1, number)
                            .Select(at => $"  large-{at}: {{ title: {{ de: \"Groß\", en: \"Large\" }}, where: \"q{at} > 50\" }}\n")
                    ),
                "study.yaml",
                Classifications
            )
            .OrThrow();

    /// <summary>How the score of each node is made from the numbers that a company has: per node a factor for each number, null where it
    /// has no score.</summary>
    /// <param name="has">Per number.</param>
    public static double[]?[] Factors(bool[] has)
    {
        var factors = new double[]?[Model.Nodes.Count];
        var numbers = new Dictionary<string, int>
        {
            ["a1"] = 0,
            ["a2"] = 1,
            ["b1"] = 2,
            ["b2"] = 3,
            ["c"] = 4,
        };
        for (var node = factors.Length - 1; node >= 0; node--)
        {
            if (numbers.TryGetValue(Model.Nodes[node].Id, out var number))
            {
                factors[node] = has[number] ? [.. Enumerable.Range(0, has.Length).Select(at => at == number ? 1.0 : 0.0)] : null;
            }
            else
            {
                double[][] parts = [.. Model.Nodes.Where(one => one.Parent == node).Select(one => factors[one.Index]).OfType<double[]>()];
                var numbered = Enumerable.Range(0, has.Length);
                factors[node] = parts.Length == 0 ? null : [.. numbered.Select(at => parts.Average(part => part[at]))];
            }
        }

        return factors;
    }

    private static Classification List(string id, string[] codes) => new(id, new Text(id, id), "", "", [.. codes.Select(Entry)]);

    private static ClassificationEntry Entry(string code) => new(code, new Text(code, code), null, new Dictionary<string, string>());
}
