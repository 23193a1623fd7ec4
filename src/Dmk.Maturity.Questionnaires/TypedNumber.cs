namespace Dmk.Maturity.Questionnaires;

/// <summary>Numbers as people type them: <c>1.234,5</c> in German, <c>1,234.5</c> in English. Ambiguous input is asked back, never guessed.</summary>
public static class TypedNumber
{
    /// <returns>The number, or the code of what is wrong: notANumber, ambiguousNumber.</returns>
    public static (decimal? Value, string? Problem) Read(string typed, Language language) => throw new NotImplementedException(typed + language);

    /// <summary>As it is shown back in a field.</summary>
    public static string Write(decimal value, Language language) => throw new NotImplementedException(value + language.ToString());
}
