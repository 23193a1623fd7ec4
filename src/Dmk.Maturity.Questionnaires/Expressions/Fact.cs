namespace Dmk.Maturity.Questionnaires;

/// <summary>Something that is known beside the answers and that expressions can read, as in <c>turnover &gt; previous.turnover * 2</c>. It
/// stands among the answers of a draft under its id; a company can neither see nor change it there.</summary>
/// <param name="Id"><c>today</c>, or <c>previous.</c> and a variable.</param>
/// <param name="Slot">Its place in an interview.</param>
/// <param name="Variable">The variable whose answer of the last wave it is; null for today.</param>
public sealed record Fact(string Id, int Slot, string? Variable)
{
    /// <summary>The day on which the answers were given: that of the last change, and at last that of the submission.</summary>
    public const string Today = "today";

    /// <summary>Before the id of a variable: what the same company answered to it in the wave before.</summary>
    public const string Previous = "previous.";

    /// <summary>Whether an id among answers is that of a fact, of whatever questionnaire. No variable has such an id.</summary>
    public static bool Is(string id) => id == Today || id.StartsWith(Previous, StringComparison.Ordinal);

    /// <summary>The variable that is meant: of an answer of the wave before the one that gave it, else what stands there.</summary>
    internal static string Asked(string id) => id.StartsWith(Previous, StringComparison.Ordinal) ? id[Previous.Length..] : id;

    /// <summary>Words that no question can have as its id.</summary>
    internal static IReadOnlyList<string> Reserved { get; } = ["today", "previous"];
}
