using System.Globalization;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Definitions that are large in one way each.</summary>
internal static class LargeFiles
{
    private const string Head = "id: large\nversion: 1.0.0\nlanguages: [de, en]\ntitle: { de: T, en: T }\n";

    private const string Section = Head + "sections:\n- id: s\n  title: { de: S, en: S }\n  questions:\n";

    /// <summary>Each question with a condition on those before it.</summary>
    public static string Chain(int questions, int behind) =>
        Section
        + Lines(
            questions,
            i =>
                $"  - {{ id: q{i}, type: integer, text: {{ de: F{i}, en: Q{i} }}"
                + (i == 0 ? "" : $", when: \"{string.Join(" or ", Earlier(i, behind).Select(one => $"q{one} > 1"))}\"")
                + " }\n"
        );

    /// <summary>Computed truths, each twice over the one before.</summary>
    public static string Truths(int count) =>
        Section
        + "  - { id: a, type: integer, text: { de: A, en: A } }\n"
        + $"  - {{ id: b, type: integer, when: \"c{count - 1}\", text: {{ de: B, en: B }} }}\n"
        + "computed:\n"
        + Lines(count, i => $"- {{ id: c{i}, value: \"{(i == 0 ? "a > 1" : $"c{i - 1} and c{i - 1}")}\" }}\n");

    /// <summary>Computed numbers, each the sum of the two before.</summary>
    public static string Fibonacci(int count) =>
        Section
        + "  - { id: a, type: integer, text: { de: A, en: A } }\n"
        + $"  - {{ id: b, type: integer, when: \"c{count - 1} > 1\", text: {{ de: B, en: B }} }}\n"
        + "computed:\n"
        + Lines(count, i => $"- {{ id: c{i}, value: \"{(i < 2 ? "a + 1" : $"c{i - 1} + c{i - 2}")}\" }}\n");

    /// <summary>Hard checks that all read the same answers.</summary>
    public static string Checks(int count) =>
        Section
        + Lines(8, i => $"  - {{ id: q{i}, type: integer, text: {{ de: F{i}, en: Q{i} }} }}\n")
        + "checks:\n"
        + Lines(
            count,
            i => $"- {{ id: k{i}, level: hard, must: \"q0 + q1 + q2 + q3 + q4 > q5 - {i} or q7 > {i}\", message: {{ de: M, en: N }} }}\n"
        );

    /// <summary>Computed values over a wide form, and bounds that read them.</summary>
    public static string Computed(int count) =>
        Section
        + Lines(count, i => $"  - {{ id: q{i}, type: integer, min: \"c{i}\", max: \"c{i} + 1\", text: {{ de: F{i}, en: Q{i} }} }}\n")
            .Replace("min: \"c0\", max: \"c0 + 1\", ", "", StringComparison.Ordinal)
        + "computed:\n"
        + Lines(count, i => $"- {{ id: c{i}, value: \"q0 + {i}\" }}\n");

    /// <summary>One choice of many options, read by many conditions.</summary>
    public static string Options(int options, int questions) =>
        Head
        + "codelists:\n  many:\n"
        + Lines(options, i => $"  - {{ code: o{i}, de: O{i}, en: P{i} }}\n")
        + "sections:\n- id: s\n  title: { de: S, en: S }\n  questions:\n"
        + "  - { id: a, type: multiple, codelist: many, text: { de: A, en: A } }\n"
        + Lines(
            questions,
            i =>
                $"  - {{ id: q{i}, type: integer, when: \"'o{i % options}' in a and 'o{(i * 7) % options}' in a\", "
                + $"text: {{ de: F{i}, en: Q{i} }} }}\n"
        );

    private static string Lines(int count, Func<int, string> line) =>
        string.Concat(Enumerable.Range(0, count).Select(i => line(i).ToString(CultureInfo.InvariantCulture)));

    private static IEnumerable<int> Earlier(int question, int behind) =>
        Enumerable.Range(Math.Max(0, question - behind), Math.Min(question, behind));
}
