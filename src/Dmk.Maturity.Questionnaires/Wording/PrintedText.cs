namespace Dmk.Maturity.Questionnaires;

/// <summary>A text as it stands on paper, where no answer is known yet.</summary>
public static class PrintedText
{
    /// <summary>Stands for an answer for which the author gave no other words.</summary>
    public const string Line = "____";

    /// <summary>The words that the author gave for a missing answer in the place of each answer that is piped in, else a line.</summary>
    public static string Of(Questionnaire questionnaire, Text text, Language language) =>
        questionnaire.Bindings.Piped.TryGetValue(text, out var piped)
            ? string.Concat(
                piped
                    .In(language)
                    .Select(part => part is { Answer: null, Value: null } || part.Words.Any(char.IsLetterOrDigit) ? part.Words : Line)
            )
            : text.In(language);
}
