using System.Globalization;
using System.Text;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Sound questionnaires, drawn by seed: sections, groups and rosters with conditions over anything that stands before, computed
/// values over each other, checks of every scope.</summary>
internal static class RandomDefinitions
{
    public static Questionnaire Of(int seed) =>
        Questionnaire.Parse(new Draw(new(seed)).Yaml(), $"random-{seed}.yaml", RepositoryFiles.Classifications).OrThrow();

    private sealed class Draw(Random random)
    {
        private const string Text = "text: { de: F, en: Q }";
        private readonly StringBuilder _yaml = new();
        private readonly List<string> _numbers = [];
        private readonly List<string> _codes = [];
        private readonly List<(string Roster, string Inner)> _rosters = [];
        private int _count;

        public string Yaml()
        {
            _yaml
                .AppendLine("id: drawn")
                .AppendLine("version: 1.0.0")
                .AppendLine("languages: [de, en]")
                .AppendLine("title: { de: T, en: T }")
                .AppendLine("sections:");
            for (var section = random.Next(1, 5); section > 0; section--)
            {
                _yaml
                    .AppendLine(CultureInfo.InvariantCulture, $"- id: {Id("s")}")
                    .AppendLine("  title: { de: T, en: T }")
                    .Append(When("  "))
                    .AppendLine("  questions:");
                for (var entry = random.Next(1, 5); entry > 0; entry--)
                {
                    Entry();
                }

                Checks("  ", _numbers, _codes);
            }

            _yaml.AppendLine("computed:");
            var before = _numbers.ToList();
            for (var computed = random.Next(1, 7); computed > 0; computed--)
            {
                var id = Id("c");
                var value =
                    random.Next(3) == 0 && _rosters.Count > 0
                        ? Pick(_rosters) is var (roster, inner)
                            ? $"{Pick(["sum", "mean", "max"])}({roster}, {inner})"
                            : ""
                        : Number(before);
                _yaml.AppendLine(CultureInfo.InvariantCulture, $"- {{ id: {id}, value: \"{value}\" }}");
                before.Add(id);
            }

            Checks("", before, _codes);
            return _yaml.ToString();
        }

        private void Entry()
        {
            switch (random.Next(8))
            {
                case 0:
                    _yaml
                        .AppendLine(CultureInfo.InvariantCulture, $"  - group: {Id("g")}")
                        .Append(When("    "))
                        .AppendLine("    questions:");
                    for (var question = random.Next(1, 4); question > 0; question--)
                    {
                        Question("    ", _numbers, _codes);
                    }

                    Checks("    ", _numbers, _codes);
                    break;
                case 1:
                    var id = Id("r");
                    _yaml
                        .AppendLine(CultureInfo.InvariantCulture, $"  - id: {id}")
                        .AppendLine(
                            CultureInfo.InvariantCulture,
                            $"    type: roster\n    minimum: {random.Next(2)}\n    maximum: 3\n    {Text}\n    item: {{ de: E, en: I }}"
                        )
                        .Append(When("    "))
                        .AppendLine("    questions:");
                    var (numbers, codes) = (_numbers.ToList(), _codes.ToList());
                    var inner = Question("    ", numbers, codes, "integer");
                    for (var question = random.Next(0, 3); question > 0; question--)
                    {
                        Question("    ", numbers, codes);
                    }

                    Checks("    ", numbers, codes);
                    _rosters.Add((id, inner));
                    _numbers.Add($"count({id})");
                    _numbers.Add($"sum({id}, {inner}, missing: skip)");
                    break;
                default:
                    Question("  ", _numbers, _codes);
                    break;
            }
        }

        private string Question(string indent, List<string> numbers, List<string> codes, string? type = null)
        {
            var id = Id("q");
            type ??= Pick(["integer", "integer", "single", "single", "multiple", "grid", "sumGroup", "text"]);
            const string options =
                "options: [ { code: a, de: A, en: A }, { code: b, de: B, en: B, specify: true }, { code: z, de: Z, en: "
                + "Z, exclusive: true } ]";
            _yaml
                .AppendLine(CultureInfo.InvariantCulture, $"{indent}- id: {id}")
                .AppendLine(CultureInfo.InvariantCulture, $"{indent}  type: {type}")
                .AppendLine(CultureInfo.InvariantCulture, $"{indent}  {Text}")
                .AppendLine(CultureInfo.InvariantCulture, $"{indent}  missing: [dontKnow]")
                .AppendLine(CultureInfo.InvariantCulture, $"{indent}  required: {(random.Next(2) == 0 ? "true" : "false")}")
                .Append(When(indent + "  ", numbers, codes));
            _yaml.AppendLine(
                indent
                    + "  "
                    + type switch
                    {
                        "integer" => $"max: \"{Number(numbers)}\"",
                        "sumGroup" =>
                            $"total: {random.Next(1, 30)}\n{indent}  items: [ {{ id: a, de: A, en: A }}, {{ id: b, de: B, en: B }} ]",
                        "grid" => options.Replace(", specify: true", "", StringComparison.Ordinal)
                            + $"\n{indent}  rows: [ {{ id: a, de: A, en: A }}, {{ id: b, de: B, en: B }} ]",
                        "text" => "maximumLength: 9",
                        _ => options,
                    }
            );
            if (type is "integer" or "sumGroup")
            {
                numbers.Add(type == "integer" ? id : id + ".a");
            }
            else if (type != "text")
            {
                codes.Add(
                    type switch
                    {
                        "grid" => $"{id}.b == 'a'",
                        "multiple" => $"'a' in {id}",
                        _ => $"{id} != 'a'",
                    }
                );
            }

            return id;
        }

        private void Checks(string indent, List<string> numbers, List<string> codes)
        {
            if (numbers.Count > 0 && random.Next(2) == 0)
            {
                _yaml.AppendLine(CultureInfo.InvariantCulture, $"{indent}checks:");
                for (var check = random.Next(1, 4); check > 0; check--)
                {
                    _yaml.AppendLine(
                        CultureInfo.InvariantCulture,
                        $"{indent}- {{ id: {Id("k")}, level: {Pick(["hard", "soft", "info"])}, unknown: "
                            + $"{Pick(["pass", "fail"])}, must: \"{Condition(numbers, codes)}\", message: {{ de: M, en: M }} }}"
                    );
                }
            }
        }

        private string When(string indent) => When(indent, _numbers, _codes);

        private string When(string indent, List<string> numbers, List<string> codes) =>
            numbers.Count + codes.Count > 0 && random.Next(2) == 0 ? $"{indent}when: \"{Condition(numbers, codes)}\"\n" : "";

        private string Condition(List<string> numbers, List<string> codes)
        {
            var one =
                codes.Count > 0 && (numbers.Count == 0 || random.Next(2) == 0)
                    ? Pick(codes)
                    : $"{Number([Pick(numbers)])} {Pick(["<", "<=", ">", "!="])} {random.Next(20)}";
            return random.Next(3) switch
            {
                0 => one,
                1 => $"not ({one})",
                _ => $"{one} {Pick(["and", "or"])} {(codes.Count > 0 ? Pick(codes) : $"{Pick(numbers)} < 9")}",
            };
        }

        private string Number(List<string> numbers) =>
            numbers.Count == 0
                ? $"{random.Next(1, 20)}"
                : random.Next(4) switch
                {
                    0 => $"{Pick(numbers)} + {Pick(numbers)}",
                    1 => $"coalesce({Pick(numbers)}, {random.Next(10)})",
                    2 => $"max({Pick(numbers)}, {random.Next(10)})",
                    _ => Pick(numbers),
                };

        private string Id(string kind) => $"{kind}{_count++}";

        private T Pick<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
    }
}
