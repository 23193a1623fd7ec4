using Microsoft.Playwright;

namespace Dmk.Maturity.Web.Tests;

/// <summary>Fills whatever a section asks, as a company of twelve would that is new to all of it: the first option everywhere, small
/// numbers.</summary>
internal static class FormFilling
{
    private static readonly Dictionary<string, string> _numbers = new()
    {
        ["persons_employed"] = "12",
        ["founded"] = "1998",
        ["it_specialists"] = "0",
    };

    public static async Task FillSection(IPage page)
    {
        var fields = await page.Locator("main .dmk-question input")
            .EvaluateAllAsync<Field[]>(
                "inputs => inputs.map(input => ({ id: "
                    + "input.id, name: input.name, type: input.type, isNumber: input.inputMode !== '' }))"
            );
        foreach (
            var choice in fields
                .Where(field => field.Type is "radio" or "checkbox" && !field.Name.EndsWith("!reason", StringComparison.Ordinal))
                .DistinctBy(field => field.Name)
        )
        {
            await page.Locator($"[id='{choice.Id}']").CheckAsync();
        }

        foreach (var number in fields.Where(field => field.IsNumber))
        {
            await page.FillAsync($"[id='{number.Id}']", NumberFor(number.Name, fields));
        }
    }

    /// <summary>The first part of a sum takes all of it.</summary>
    private static string NumberFor(string name, Field[] fields) =>
        _numbers.TryGetValue(name, out var number) ? number
        : !name.Contains('.', StringComparison.Ordinal) ? "10"
        : fields
            .First(field => field.Name.StartsWith(name[..name.IndexOf('.', StringComparison.Ordinal)] + ".", StringComparison.Ordinal))
            .Name == name
            ? "100"
        : "0";

    private sealed record Field
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public string Type { get; init; } = "";

        public bool IsNumber { get; init; }
    }
}
