using System.Text;

namespace Dmk.Maturity.Benchmarks;

/// <summary>A questionnaire of the size of the largest business surveys we know: about 300 kB, 1,000 variables, 400 conditions, 60
/// computed values, 100 checks, all texts in two languages.</summary>
internal static class LargeDefinition
{
    private const int Sections = 40;
    private const int QuestionsEach = 10;

    public static string Yaml { get; } = Write();

    private static string Write()
    {
        var yaml = new StringBuilder(
            """
            # A survey of the size of the largest that we know.
            id: large
            version: 1.0.0
            languages: [de, en]
            title: { de: "Eine große Unternehmensbefragung", en: "A large business survey" }
            codelists:
              extent4:
                - { code: none, de: "Gar nicht", en: "Not at all" }
                - { code: minor, de: "Zum kleineren Teil", en: "A smaller part" }
                - { code: major, de: "Zum größeren Teil", en: "A larger part" }
                - { code: full, de: "Vollständig", en: "Completely" }
              areas:
                - { code: planning, de: "Aufträge und Projekte planen", en: "Planning orders and projects" }
                - { code: production, de: "Herstellen oder Leistungen erbringen", en: "Producing goods or providing services" }
                - { code: purchasing, de: "Einkauf", en: "Purchasing" }
                - { code: other, specify: true, de: "Anderes", en: "Something else" }
                - { code: none, exclusive: true, de: "In keinem dieser Bereiche", en: "In none of these areas" }
            sections:

            """
        );
        for (var section = 0; section < Sections; section++)
        {
            Section(yaml, section);
        }

        yaml.Append("computed:\n");
        for (var i = 0; i < 60; i++)
        {
            var section = i % Sections;
            Line(
                yaml,
                i < Sections
                    ? $"  - {{ id: share{i}, value: \"if(s{section}q0 > 0, s{section}q5 / s{section}q0 * 100, 0)\" }}"
                    : $"  - {{ id: staff{i}, value: \"sum(s{section}q4, missing: skip, atLeast: 2) + coalesce(s{section}q6, 0)\" }}"
            );
        }

        yaml.Append("checks:\n");
        for (var i = 0; i < 100; i++)
        {
            var section = i % Sections;
            Line(yaml, $"  - id: check{i}");
            Line(yaml, $"    level: {(i % 3 == 0 ? "hard" : "soft")}");
            Line(
                yaml,
                i % 2 == 0
                    ? $"    must: s{section}q5 <= s{section}q0 or s{section}q1 == 'none'"
                    : $"    must: not ('production' in s{section}q2 and s{section}q1 in ['none', 'minor']) or share{section} < 50"
            );
            yaml.Append(
                "    message: { de: \"Bitte prüfen Sie die Angaben in diesem Abschnitt noch einmal.\", en: \"Please "
                    + "check the answers of this section once more.\" }\n"
            );
        }

        return yaml.ToString();
    }

    private static void Section(StringBuilder yaml, int section)
    {
        Line(yaml, $"  - id: section{section}");
        Line(yaml, $"    title: {{ de: \"Abschnitt {section} der Befragung\", en: \"Section {section} of the survey\" }}");
        yaml.Append(
            "    intro:\n      de: >-\n        In diesem Abschnitt geht es um die Nutzung digitaler Technik in Ihrem "
                + "Unternehmen und um alles,\n        was dazu gehört. Schätzungen genügen.\n"
        );
        yaml.Append(
            "      en: >-\n        This section is about the use of digital technology in your company and about "
                + "everything that\n        belongs to it. Estimates are good enough.\n"
        );
        yaml.Append("    questions:\n");
        for (var question = 0; question < QuestionsEach; question++)
        {
            Line(yaml, $"      - id: s{section}q{question}");
            yaml.Append(Kind(section, question));
            if (question > 0)
            {
                Line(yaml, $"        when: {Condition(section, question)}");
            }
            else if (section > 0)
            {
                Line(yaml, $"        when: s{section - 1}q0 >= 1");
            }

            Line(
                yaml,
                $"        text: {{ de: \"Wie weit ist Ihr Unternehmen bei der Frage {question} des Abschnitts "
                    + $"{section}?\", en: \"How far is your company with question {question} of section {section}?\" }}"
            );
            yaml.Append(
                "        help:\n          de: \"Zählen Sie alle Niederlassungen in Deutschland mit. Wenn Sie es nicht "
                    + "genau wissen, genügt eine Schätzung.\"\n          en: \"Count all branches in Germany. If you do "
                    + "not know exactly, an estimate is good enough.\"\n"
            );
            yaml.Append("        missing: [dontKnow, refused]\n");
        }
    }

    private static string Kind(int section, int question) =>
        question switch
        {
            0 => "        type: integer\n        required: true\n        min: 0\n        max: 1000000\n        unit: persons\n",
            1 => "        type: single\n        codelist: extent4\n",
            2 => "        type: multiple\n        codelist: areas\n",
            3 => "        type: grid\n        codelist: extent4\n        rows:\n" + Rows("Geschäftsbereich", "business area", 8),
            4 => "        type: sumGroup\n        total: 100\n        unit: percent\n        items:\n" + Rows("Anteil", "share", 7),
            5 => $"        type: integer\n        min: 0\n        max: s{section}q0\n        unit: persons\n",
            6 => "        type: percentage\n",
            7 => "        type: amount\n        min: 0\n",
            8 => "        type: date\n        from: 2020-01-01\n        to: 2027-12-31\n",
            _ => "        type: text\n        maximumLength: 500\n",
        };

    private static string Condition(int section, int question) =>
        question switch
        {
            1 => $"s{section}q0 > 0",
            2 => $"s{section}q1 in ['major', 'full'] or s{section}q0 >= 250",
            3 => $"answered(s{section}q1) and s{section}q1 != 'none'",
            4 => $"count_answered(s{section}q2) >= 2",
            5 => $"contains(s{section}q2, 'production') and not (s{section}q1 == 'none')",
            6 => $"s{section}q3.row1 in ['minor', 'major', 'full']",
            7 => $"coalesce(s{section}q5, 0) * 2 <= s{section}q0",
            8 => $"any(s{section}q1 == 'full', 'purchasing' in s{section}q2, s{section}q6 > 50)",
            _ => $"s{section}q0 >= 10 and s{section}q1 != 'none'",
        };

    private static string Rows(string german, string english, int count) =>
        string.Concat(
            Enumerable.Range(1, count).Select(row => $"          - {{ id: row{row}, de: \"{german} {row}\", en: \"{english} {row}\" }}\n")
        );

    private static void Line(StringBuilder yaml, string line) => yaml.Append(line).Append('\n');
}
