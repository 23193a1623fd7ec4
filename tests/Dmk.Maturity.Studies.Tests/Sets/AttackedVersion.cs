using System.Globalization;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>A version of the index of <see cref="AttackedSurvey"/>: dimensions of weighted numbers. What is not known of a company are its
/// five numbers, and a sixth thing: what its second number scores by other goalposts.</summary>
internal sealed class AttackedVersion
{
    public const int Unknowns = 6;

    private const int OtherGoalposts = 5;

    private readonly IReadOnlyList<(string Id, double Weight, (string Id, int Number, double Weight)[] Parts)> _dimensions;
    private readonly double _atLeast;

    private AttackedVersion(
        string version,
        double atLeast,
        params (string Id, double Weight, (string Id, int Number, double Weight)[] Parts)[] dimensions
    )
    {
        (_dimensions, _atLeast) = (dimensions, atLeast);
        Model = IndexModel
            .Parse(
                Yaml(version),
                "index.yaml",
                Questionnaire.Parse(AttackedSurvey.QuestionnaireYaml, "questionnaire.yaml", AttackedSurvey.Classifications).OrThrow()
            )
            .OrThrow();
    }

    public IndexModel Model { get; }

    public static IReadOnlyList<AttackedVersion> All { get; } =
    [
        new("1.0.0", 0.1, ("a", 1, [("a1", 0, 1), ("a2", 1, 1)]), ("b", 1, [("b1", 2, 1), ("b2", 3, 1), ("c", 4, 1)])),
        new("1.1.0", 0.1, ("a", 1, [("a1", 0, 1), ("a2", 1, 1)]), ("b", 1, [("b1", 2, 1), ("b2", 3, 1)])),
        new("1.2.0", 0.1, ("a", 1, [("a1", 0, 1), ("a2", 1, 1)]), ("b", 1, [("b1", 2, 3), ("b2", 3, 1), ("c", 4, 1)])),
        new("1.3.0", 0.1, ("a", 1, [("a1", 0, 1), ("a2", 1, 1), ("c", 4, 1)]), ("b", 1, [("b1", 2, 1), ("b2", 3, 1)])),
        new("1.4.0", 0.6, ("a", 1, [("a1", 0, 1), ("a2", 1, 1)]), ("b", 1, [("b1", 2, 1), ("b2", 3, 1), ("c", 4, 1)])),
        new("1.5.0", 0.1, ("a", 1, [("a1", 0, 1), ("a2", OtherGoalposts, 1)]), ("b", 1, [("b1", 2, 1), ("b2", 3, 1), ("c", 4, 1)])),
        new("1.6.0", 0.1, ("a", 2, [("a1", 0, 1), ("a2", 1, 1)]), ("b", 1, [("b1", 2, 1), ("b2", 3, 1), ("c", 4, 1)])),
        new("1.7.0", 0.1, ("a", 1, [("a1", 0, 1), ("a2", 1, 1)]), ("b", 1, [("b1", 2, 1), ("b2", 3, 1)]), ("d", 1, [("c", 4, 1)])),
    ];

    /// <summary>How the score of each node is made from what is not known of a company: null where it has no score.</summary>
    /// <param name="has">Per number.</param>
    public double[]?[] Factors(bool[] has)
    {
        var factors = new List<double[]?> { null };
        var dimensions = new List<(double[]? Factors, double Weight)>();
        foreach (var (_, weight, parts) in _dimensions)
        {
            (double[]? Factors, double Weight)[] numbers =
            [
                .. parts.Select(part => (has[part.Number == OtherGoalposts ? 1 : part.Number] ? Alone(part.Number) : null, part.Weight)),
            ];
            dimensions.Add((Mean(numbers), weight));
            factors.AddRange([dimensions[^1].Factors, .. numbers.Select(number => number.Factors)]);
        }

        factors[0] = Mean([.. dimensions]);
        return [.. factors];
    }

    private double[]? Mean((double[]? Factors, double Weight)[] parts)
    {
        var there = parts.Where(part => part.Factors is not null).ToArray();
        var (whole, weight) = (parts.Sum(part => part.Weight), there.Sum(part => part.Weight));
        return weight < (_atLeast * whole) - 1e-9 || there.Length == 0
            ? null
            : [.. Enumerable.Range(0, Unknowns).Select(at => there.Sum(part => part.Factors![at] * part.Weight / weight))];
    }

    private static double[] Alone(int number) => [.. Enumerable.Range(0, Unknowns).Select(at => at == number ? 1.0 : 0.0)];

    private string Yaml(string version) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            id: attacked-index
            version: {{version}}
            title: { de: "Index", en: "Index" }
            questionnaire: attacked@1
            scale: { from: 0, to: 100 }
            levels: [ { id: any, from: 0, de: "Any", en: "Any" } ]
            index:
              id: total
              title: { de: "Total", en: "Total" }
              aggregate: arithmetic
              missing: { atLeast: {{_atLeast}} }
              children:
            {{string.Concat(_dimensions.Select(Yaml))}}
            """
        );

    private string Yaml((string Id, double Weight, (string Id, int Number, double Weight)[] Parts) dimension) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
                - id: {{dimension.Id}}
                  title: { de: "{{dimension.Id}}", en: "{{dimension.Id}}" }
                  weight: {{dimension.Weight}}
                  aggregate: arithmetic
                  missing: { atLeast: {{_atLeast}} }
                  children:
            {{string.Concat(dimension.Parts.Select(Yaml))}}
            """
        );

    private static string Yaml((string Id, int Number, double Weight) part) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
                    - { id: {{part.Id}}, title: { de: "{{part.Id}}", en: "{{part.Id}}" }, weight: {{part.Weight}}, value: q{{(
                part.Number == OtherGoalposts ? 1 : part.Number
            ) + 1}}, goalposts: { low: 0, high: {{(
                part.Number == OtherGoalposts ? 50 : 100
            )}}, outside: clip }, missing: { unanswered: exclude } }

            """
        );
}
