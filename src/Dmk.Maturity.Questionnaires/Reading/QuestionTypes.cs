namespace Dmk.Maturity.Questionnaires;

/// <summary>The types of questions as files write them.</summary>
internal static class QuestionTypes
{
    public static IReadOnlyList<string> All { get; } =
    [
        "single",
        "multiple",
        "grid",
        "integer",
        "decimal",
        "percentage",
        "amount",
        "sumGroup",
        "date",
        "period",
        "text",
        "email",
        "phone",
        "postalCode",
        "codeSearch",
        "roster",
        "note",
    ];

    /// <summary>What other tools call these types.</summary>
    private static readonly Dictionary<string, string> _elsewhere = new(StringComparer.OrdinalIgnoreCase)
    {
        ["checkbox"] = "multiple",
        ["checkboxes"] = "multiple",
        ["multiselect"] = "multiple",
        ["radio"] = "single",
        ["select"] = "single",
        ["dropdown"] = "single",
        ["choice"] = "single",
        ["boolean"] = "single",
        ["yesno"] = "single",
        ["likert"] = "grid",
        ["matrix"] = "grid",
        ["number"] = "integer",
        ["numeric"] = "integer",
        ["int"] = "integer",
        ["float"] = "decimal",
        ["double"] = "decimal",
        ["slider"] = "percentage",
        ["percent"] = "percentage",
        ["currency"] = "amount",
        ["money"] = "amount",
        ["textarea"] = "text",
        ["string"] = "text",
        ["input"] = "text",
        ["datetime"] = "date",
        ["daterange"] = "period",
        ["autocomplete"] = "codeSearch",
        ["lookup"] = "codeSearch",
        ["loop"] = "roster",
        ["repeat"] = "roster",
        ["html"] = "note",
        ["info"] = "note",
    };

    /// <returns>The type that was probably meant, or null.</returns>
    public static string? Near(string type) => _elsewhere.GetValueOrDefault(type) ?? NearMiss.Of(type, All);
}
