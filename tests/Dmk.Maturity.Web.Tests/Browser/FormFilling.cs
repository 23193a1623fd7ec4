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

    /// <summary>Clicks and types as a person does: every field must be within reach.</summary>
    public static async Task FillSection(IPage page)
    {
        var fields = await Fields(page);
        foreach (var choice in Choices(fields))
        {
            await page.Locator($"[id='{choice.Id}']").CheckAsync();
        }

        foreach (var number in fields.Where(field => field.IsNumber))
        {
            await page.FillAsync($"[id='{number.Id}']", NumberFor(number.Name, fields));
        }
    }

    /// <summary>The same answers by one script, for walks that are not about typing.</summary>
    public static async Task PutSection(IPage page)
    {
        var fields = await Fields(page);
        await page.EvaluateAsync(
            """
            ({ chosen, numbers }) => {
                for (const id of chosen) document.getElementById(id).checked = true;
                for (const [id, number] of Object.entries(numbers)) document.getElementById(id).value = number;
            }
            """,
            new
            {
                chosen = Choices(fields).Select(choice => choice.Id).ToArray(),
                numbers = fields.Where(field => field.IsNumber).ToDictionary(number => number.Id, number => NumberFor(number.Name, fields)),
            }
        );
    }

    private static Task<Field[]> Fields(IPage page) =>
        page.Locator("main .dmk-question input")
            .EvaluateAllAsync<Field[]>(
                "inputs => inputs.map(input => ({ id: "
                    + "input.id, name: input.name, type: input.type, isNumber: input.inputMode !== '' }))"
            );

    private static IEnumerable<Field> Choices(Field[] fields) =>
        fields
            .Where(field => field.Type is "radio" or "checkbox" && !field.Name.EndsWith("!reason", StringComparison.Ordinal))
            .DistinctBy(field => field.Name);

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
