namespace Dmk.Maturity.Questionnaires;

/// <summary>Functions over texts: each gives null where it has reported a problem.</summary>
internal static class OverTexts
{
    /// <summary>Characters as people count them.</summary>
    public static Typed? Length(TypeCheck types, ExpressionNode.Call call) =>
        Words(types, call.Arguments[0]) is { } words
            ? new Typed.Number(slots => words.Read(slots) is { } text ? Characters.In(text) : null)
            : null;

    /// <summary>Whether words stand in a text, in large or small letters.</summary>
    public static Typed? Contains(Typed.Words text, TypeCheck types, ExpressionNode part) =>
        part is not ExpressionNode.Words { Value: { Length: > 0 } looked }
            ? types.Report(part.At, "type-clash", "Write what to look for in quotes, as in contains(name, 'GmbH').")
            : new Typed.Truth(slots => text.Read(slots)?.Contains(looked, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a whole text is of a form.</summary>
    public static Typed? Matches(TypeCheck types, ExpressionNode.Call call)
    {
        if (Words(types, call.Arguments[0]) is not { } words)
        {
            return null;
        }

        if (call.Arguments[1] is not ExpressionNode.Words { Value: var pattern })
        {
            return types.Report(call.Arguments[1].At, "type-clash", "Write the pattern in quotes, as in matches(number, '[0-9]{5}').");
        }

        return TextPattern.Read(pattern, out var mistake) is { } form
            ? new Typed.Truth(slots => words.Read(slots) is { } text ? form.IsMatch(text) : null)
            : types.Report(call.Arguments[1].At, "wrong-pattern", $"The pattern cannot be used. {mistake}");
    }

    private static Typed.Words? Words(TypeCheck types, ExpressionNode node) =>
        types.Of(node) switch
        {
            Typed.Words words => words,
            { } other => types.Clash<Typed.Words>(node.At, "a text", other),
            null => null,
        };
}
