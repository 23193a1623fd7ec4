using System.Globalization;
using System.Text;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Files that somebody made to hurt: few clear problems, no exception, little memory.</summary>
public class HostileFilesTests
{
    private const long MostBytes = 600_000_000;

    private const string Head = "id: h\nversion: 1.0.0\nlanguages: [de, en]\ntitle: { de: T, en: T }\n";

    public static TheoryData<string> Names { get; } = [.. Files().Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_file_is_refused_with_few_problems(string name)
    {
        var yaml = Files()[name];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = Linter.Parse(yaml, "hostile.yaml", new([]));

        Assert.Null(reading.Value);
        Assert.InRange(reading.Problems.Count, 1, ProblemList.Most + 1);
        Assert.Contains(reading.Problems, problem => problem.Severity == Severity.Error);
        Assert.All(reading.Problems, problem => Assert.InRange(problem.Message.Length, 10, 3_000));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
    }

    [Fact]
    public void Bytes_of_other_encodings_are_one_problem()
    {
        var path = Path.GetTempFileName();
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.UTF32, Encoding.Latin1])
        {
            File.WriteAllBytes(path, [.. encoding.GetPreamble(), .. encoding.GetBytes(Head + "sections: [ ä ]\n")]);
            Assert.Null(Linter.Read(path, new([])).Value);
            Assert.InRange(Linter.Read(path, new([])).Problems.Count, 1, 20);
        }

        File.Delete(path);
    }

    [Fact]
    public void More_problems_than_anybody_reads_are_counted()
    {
        var problems = Linter.Parse(Files()["a hundred thousand code lists"], "hostile.yaml", new([])).Problems;

        Assert.Equal("more-problems", problems[^1].Code);
        Assert.StartsWith("There are ", problems[^1].Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Files() =>
        new(StringComparer.Ordinal)
        {
            ["laughs"] = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n" + Head,
            ["deep brackets"] = Head + "sections: " + new string('[', 900_000),
            ["deep braces"] = Head + "sections: " + Times(300_000, _ => "{a: "),
            ["deep lines"] = Head + Times(900, i => new string(' ', i) + "a:\n"),
            ["a hundred thousand keys"] = Head + Times(100_000, i => $"k{i}: 1\n"),
            ["a hundred thousand code lists"] = Head + "codelists:\n" + Times(100_000, i => $"  l{i}: []\n") + "sections: []\n",
            ["one long line"] = Head + "sections: " + new string('x', 1_000_000),
            ["a long key"] = Head + new string('k', 500_000) + ": 1\n",
            ["a long unit"] = Question("type: integer, unit: " + new string('u', 500_000)),
            ["a long id"] = Question("type: single, codelist: " + new string('u', 500_000)),
            ["a long classification"] = Question("type: codeSearch, classification: " + new string('u', 500_000)),
            ["a long language"] =
                Head.Replace("[de, en]", "[" + new string('u', 500_000) + "]", StringComparison.Ordinal) + "sections: []\n",
            ["a long version"] = Head.Replace("1.0.0", new string('1', 500_000), StringComparison.Ordinal) + "sections: []\n",
            ["a long type"] = Question("type: " + new string('t', 500_000)),
            ["a huge number"] = Question("type: integer, min: " + new string('9', 500_000)),
            ["a huge exponent"] = Question("type: integer, maximumLength: 1e999999999"),
            ["a long condition"] = Question("type: text, when: \"" + Times(100_000, i => $"a{i} and ") + "a\""),
            ["many brackets"] = Question("type: text, when: \"" + new string('(', 100_000) + "\""),
            ["many signs"] = Question("type: integer, max: \"" + new string('-', 1_990) + "x\""),
            ["NUL"] = Head + "sections: \0\0\0\n",
            ["only NUL"] = new string('\0', 100_000),
            ["marks of the byte order"] = new string('\uFEFF', 100_000),
            ["half a letter"] = Question("type: text, when: \"\uD800\""),
            ["tags"] = Head + "sections: !!python/object:os.system [x]\n",
            ["documents"] = Times(50_000, _ => "---\na: 1\n"),
            ["merge keys"] = Head + "<<: { sections: [] }\n",
            ["every question broken"] =
                Head
                + "sections:\n- id: s\n  title: { de: S, en: S }\n  questions:\n"
                + Times(8_000, i => $"  - {{ id: q{i}, type: radio, text: {{ de: F }}, when: \"x{i} &&\" }}\n"),
            ["every name unknown"] =
                Head
                + "sections:\n- id: s\n  title: { de: S, en: S }\n  questions:\n"
                + Times(8_000, i => $"  - {{ id: q{i}, type: text, text: {{ de: F{i}, en: Q{i} }}, when: \"x{i} > 1\" }}\n"),
            ["every piped name unknown"] = Questions(
                8_000,
                i => $"{{ id: q{i}, type: text, text: {{ de: '{{x{i}}} und?', en: '{{x{i}}} and?' }} }}"
            ),
            ["a text of unknown names"] = Question("type: text, help: { de: '" + Times(50_000, _ => "{x}") + "', en: x }"),
            ["a choice carried on by thousands"] =
                Questions(6_000, i => $"{{ id: q{i}, {(i == 0 ? "codelist: l" : $"optionsFrom: q{i - 1}")}, {Choice(i)} }}")
                + List(250, ""),
            ["a list under conditions in thousands of choices"] =
                Questions(3_000, i => $"{{ id: q{i}, codelist: l, {Choice(i)} }}")
                + List(250, $", when: \"{Times(100, i => $"'o{i}' in q0 or ")}answered(q0)\""),
            ["words behind each option in thousands of choices"] =
                Questions(4_000, i => $"{{ id: q{i}, codelist: l, {Choice(i)} }}") + List(2_000, ", specify: true"),
        };

    private static string Choice(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"type: multiple, text: {{ de: F{number}, en: Q{number} }}");

    private static string List(int options, string keys) =>
        "codelists:\n  l: [ " + Times(options, i => $"{{ code: o{i}, de: D{i}, en: E{i}{keys} }}, ") + "]\n";

    private static string Questions(int count, Func<int, string> question) =>
        Head + "sections:\n- id: s\n  title: { de: S, en: S }\n  questions:\n" + Times(count, i => $"  - {question(i)}\n");

    private static string Question(string keys) =>
        Head + "sections:\n- id: s\n  title: { de: S, en: S }\n  questions:\n  - { id: q, text: { de: F, en: Q }, " + keys + " }\n";

    private static string Times(int count, Func<int, string> piece) =>
        string.Concat(Enumerable.Range(0, count).Select(i => piece(i).ToString(CultureInfo.InvariantCulture)));
}
