using System.Globalization;
using System.Text;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Benchmarks;

/// <summary>A questionnaire of 100 questions with 94 conditions, 20 computed values and 12 checks, and answers to it: the size that the
/// issue speaks of.</summary>
internal static class InterviewDefinition
{
    private const int Questions = 100;
    private const int Unconditional = 6;

    public static Questionnaire Form { get; } = Questionnaire.Parse(Write(), "interview.yaml", new([])).OrThrow();

    /// <summary>All questions are answered.</summary>
    public static Answers Answers { get; } =
        Answers.Of(Form.Variables.Select((variable, i) => KeyValuePair.Create(variable.Id, Answer(variable.Question, i))));

    /// <summary>Scores every single choice and every number.</summary>
    public static IndexModel Model { get; } = IndexModel.Parse(WriteModel(), "index.yaml", Form).OrThrow();

    private static Answer Answer(Question question, int number) =>
        question switch
        {
            Question.Single single => new Answer.Coded(single.Options[number % 7 == 0 ? 0 : 2].Code),
            Question.Multiple multiple => new Answer.CodedSet([multiple.Options[0].Code, multiple.Options[2].Code]),
            _ => new Answer.Number(number),
        };

    private static string Write()
    {
        var yaml = new StringBuilder(
            """
            id: interview
            version: 1.0.0
            languages: [de, en]
            title: { de: Befragung, en: Interview }
            codelists:
              usage: [ { code: none, de: nicht, en: none }, { code: some, de: etwas, en: some }, { code: wide, de: viel, en: wide }, { code: all, de: immer, en: always } ]
            sections:

            """
        );
        for (var i = 0; i < Questions; i++)
        {
            if (i % 10 == 0)
            {
                yaml.AppendLine(CultureInfo.InvariantCulture, $"- id: s{i}\n  title: {{ de: Abschnitt, en: Section }}\n  questions:");
            }

            var condition = i < Unconditional ? "" : $"when: \"{Condition(i)}\", ";
            var type = (i % 3) switch
            {
                0 => "type: integer, min: 0, max: 100000",
                1 => "type: single, codelist: usage",
                _ => "type: multiple, codelist: usage",
            };
            yaml.AppendLine(
                CultureInfo.InvariantCulture,
                $"  - {{ id: q{i}, {type}, required: true, missing: [dontKnow], {condition}text: {{ de: Frage, en: Question }} }}"
            );
        }

        yaml.AppendLine("computed:");
        for (var i = 0; i < 20; i++)
        {
            var value = i % 2 == 0 ? $"sum(q{3 * i}, q{(3 * i) + 3}, q{(3 * i) + 6}, missing: skip)" : $"c{i - 1} / q{3 * i} * 100";
            yaml.AppendLine(CultureInfo.InvariantCulture, $"- {{ id: c{i}, value: \"{value}\" }}");
        }

        yaml.AppendLine("checks:");
        for (var i = 0; i < 12; i++)
        {
            yaml.AppendLine(
                CultureInfo.InvariantCulture,
                $"- {{ id: k{i}, level: soft, must: \"c{i} >= q{3 * i} or q{(3 * i) + 1} == 'none'\", message: {{ de: "
                    + $"Bitte prüfen., en: Please check. }} }}"
            );
        }

        return yaml.ToString();
    }

    private static string Condition(int i) =>
        (i % 3) switch
        {
            0 => $"q{i - 3} >= 0 or q{i - 2} == 'wide'",
            1 => $"q{(i % 2 == 0 ? 1 : 4)} in ['some', 'wide', 'all']",
            _ => $"q{i - 2} > 1 and 'none' in q{i - 3}",
        };

    private static string WriteModel()
    {
        var yaml = new StringBuilder(
            """
            id: interview-index
            version: 1.0.0
            title: { de: Index, en: Index }
            questionnaire: interview@1
            scale: { from: 0, to: 100 }
            levels: [ { id: low, from: 0, de: Niedrig, en: Low }, { id: high, from: 50, de: Hoch, en: High } ]
            index:
              id: all
              title: { de: Index, en: Index }
              aggregate: arithmetic
              weights: equal
              missing: { atLeast: 0.5 }
              children:

            """
        );
        for (var part = 0; part < 10; part++)
        {
            yaml.AppendLine(
                CultureInfo.InvariantCulture,
                $"  - id: part{part}\n    title: {{ de: Teil, en: Part }}\n    aggregate: arithmetic\n    weights: equal\n    children:"
            );
            for (var i = 10 * part; i < 10 * (part + 1); i++)
            {
                var notAsked = i < Unconditional ? "" : ", notAsked: 0";
                var score = (i % 3) switch
                {
                    0 => $"title: {{ de: Zahl, en: Number }}, value: \"q{i}\", goalposts: {{ low: 0, high: 100, outside: clip }}",
                    1 => $"question: q{i}, score: {{ none: 0, some: 30, wide: 70, all: 100 }}",
                    _ => $"question: q{i}, score: {{ countShare: 4 }}",
                };
                yaml.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"    - {{ id: i{i}, {score}, missing: {{ unanswered: exclude, dontKnow: exclude{notAsked} }} }}"
                );
            }
        }

        return yaml.ToString();
    }
}
