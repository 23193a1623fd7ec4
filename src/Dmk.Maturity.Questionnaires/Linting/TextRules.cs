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
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var question in questions)
        {
            var first = seen.GetValueOrDefault($"de {question.Text.De.Trim()}") ?? seen.GetValueOrDefault($"en {question.Text.En.Trim()}");
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

            seen.TryAdd($"de {question.Text.De.Trim()}", question.Id);
            seen.TryAdd($"en {question.Text.En.Trim()}", question.Id);
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

                foreach (var (_, value) in mapping.Entries)
                {
                    Untranslated(value);
                }

                break;
            case YamlList list:
                foreach (var item in list.Items)
                {
                    Untranslated(item);
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
