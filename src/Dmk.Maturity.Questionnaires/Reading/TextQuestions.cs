namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads questions for texts: free ones, and those of a form of their own.</summary>
/// <param name="keys">That were read already.</param>
internal sealed class TextQuestions(YamlMapping yaml, QuestionKeys keys, TextPlaces texts)
{
    private const int MaximumTextLength = 10_000;

    public QuestionDraft FreeText()
    {
        var longest = yaml.Optional("maximumLength")?.AsInteger(1, MaximumTextLength) ?? 1_000;
        var shortestNode = yaml.Optional("minimumLength");
        var shortest = shortestNode?.AsInteger(1, MaximumTextLength) ?? 1;
        if (shortest > longest)
        {
            shortestNode!.Report("out-of-range", $"The minimum {shortest} is above the maximum {longest}: no answer is possible.");
        }

        var patternNode = yaml.Optional("pattern")?.AsScalar();
        var messageNode = patternNode is null ? yaml.Optional("patternMessage") : yaml.Required("patternMessage");
        if (patternNode is null)
        {
            messageNode?.Report("missing-key", "There is no 'pattern' that a text could miss. Add it, or remove 'patternMessage'.");
        }

        var message = texts.Read(messageNode);
        var pattern = patternNode is null ? null : Pattern(patternNode);
        return keys.Draft(
            ExpressionKind.Text,
            [],
            [],
            _ =>
                keys.Complete(
                    new Question.FreeText(longest)
                    {
                        MinimumLength = shortest,
                        Pattern = pattern,
                        PatternMessage = message,
                        Id = keys.Id,
                        Text = keys.Text,
                    }
                )
        );
    }

    private static TextPattern? Pattern(YamlScalar node)
    {
        var pattern = TextPattern.Read(node.Value, out var mistake);
        if (pattern is null)
        {
            node.Report("wrong-pattern", $"The pattern cannot be used. {mistake}");
        }

        return pattern;
    }

    public QuestionDraft Formatted(TextFormat format) =>
        keys.Draft(
            ExpressionKind.Text,
            [],
            [],
            _ =>
                keys.Complete(
                    new Question.FreeText(TextForms.Longest(format))
                    {
                        Format = format,
                        Id = keys.Id,
                        Text = keys.Text,
                    }
                )
        );
}
