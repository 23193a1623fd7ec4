using System.Globalization;
using BenchmarkDotNet.Attributes;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Benchmarks;

/// <summary>Reading and linting large files: thousands of questions, each asked under a condition over those before it, and chained
/// computed values.</summary>
[MemoryDiagnoser]
public class LinterBenchmarks
{
    private static readonly Classifications _none = new([]);

    private string _yaml = "";

    /// <summary>Questions, and how many before it each one reads.</summary>
    [Params("10000 over 1", "1800 over 60", "49 truths")]
    public string Shape { get; set; } = "";

    [GlobalSetup]
    public void Write() =>
        _yaml = Shape switch
        {
            "10000 over 1" => Chain(10_000, 1),
            "1800 over 60" => Chain(1_800, 60),
            _ => Truths(49),
        };

    /// <summary>A file that is refused would be measured for nothing: it throws.</summary>
    [Benchmark(Baseline = true)]
    public Questionnaire Read() => Questionnaire.Parse(_yaml, "large.yaml", _none).OrThrow();

    [Benchmark]
    public Questionnaire ReadAndLint() => Linter.Parse(_yaml, "large.yaml", _none).OrThrow();

    private static string Chain(int questions, int behind) =>
        Head
        + string.Concat(
            Enumerable
                .Range(0, questions)
                .Select(i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"  - {{ id: q{i}, type: integer, text: {{ de: F{i}, en: Q{i} }}"
                            + $"{(i == 0 ? "" : $", when: \"{Before(i, behind)}\"")} }}\n"
                    )
                )
        );

    private static string Before(int question, int behind) =>
        string.Join(" or ", Enumerable.Range(Math.Max(0, question - behind), Math.Min(question, behind)).Select(one => $"q{one} > 1"));

    private static string Truths(int count) =>
        Head
        + "  - { id: a, type: integer, text: { de: A, en: A } }\n"
        + $"  - {{ id: b, type: integer, when: \"c{count - 1}\", text: {{ de: B, en: B }} }}\n"
        + "computed:\n"
        + string.Concat(
            Enumerable.Range(0, count).Select(i => $"- {{ id: c{i}, value: \"{(i == 0 ? "a > 1" : $"c{i - 1} and c{i - 1}")}\" }}\n")
        );

    private const string Head =
        "id: large\nversion: 1.0.0\nlanguages: [de, en]\ntitle: { de: T, en: T }\n"
        + "sections:\n- id: s\n  title: { de: S, en: S }\n  questions:\n";
}
