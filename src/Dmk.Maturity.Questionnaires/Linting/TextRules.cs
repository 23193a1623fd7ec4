namespace Dmk.Maturity.Questionnaires;

/// <summary>Looks at texts: copied questions, and texts that were probably never translated.</summary>
internal static class TextRules
{
    /// <summary>Shorter ones are often names, loan words and numbers.</summary>
    private const int FewestWords = 3;

    public static void Check(Questionnaire questionnaire, DefinitionPlaces places)
    {
        foreach (var section in questionnaire.Sections)
        {
            Copies(section.Questions, places);
        }

        Untranslated(places.Root);
    }

    private static void Copies(IReadOnlyList<Question> questions, DefinitionPlaces places)
    {
        var (german, english) = (
            new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase),
            new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        );
        foreach (var question in questions)
        {
            var (de, en) = (question.Text.De.Trim(), question.Text.En.Trim());
            var first = german.GetValueOrDefault(de) ?? english.GetValueOrDefault(en);
            if (first is not null)
            {
                DefinitionPlaces
                    .At(places.Of(question), "text")
                    .Report(
                        "duplicate-text",
                        $"'{question.Id}' asks what '{first}' in the same section asks. Reword it, or remove one.",
                        Severity.Warning
                    );
            }

            german.TryAdd(de, question.Id);
            english.TryAdd(en, question.Id);
            if (question is Question.Roster roster)
            {
                Copies(roster.Questions, places);
            }
        }
    }

    private static void Untranslated(YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                if (
                    DefinitionPlaces.Child(mapping, "de") is YamlScalar german
                    && DefinitionPlaces.Child(mapping, "en") is YamlScalar english
                    && german.Value.Trim() == english.Value.Trim()
                    && IsSentence(german.Value)
                )
                {
                    english.Report(
                        "untranslated",
                        "This is the same text in both languages. Translate it; a name may stay.",
                        Severity.Warning
                    );
                }

                for (var i = 0; i < mapping.Entries.Count; i++)
                {
                    Untranslated(mapping.Entries[i].Value);
                }

                break;
            case YamlList list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    Untranslated(list.Items[i]);
                }

                break;
            default:
                break;
        }
    }

    /// <summary>Several words, not all of them names, numbers or abbreviations.</summary>
    private static bool IsSentence(string text)
    {
        var words = text.Split([' ', '\n', '\u00a0'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Any(char.IsLetter))
            .ToList();
        return words.Count >= FewestWords && words.Exists(word => word.Length > 1 && char.IsLower(word[0]));
    }
}
