using System.Globalization;
using System.Text.Json.Nodes;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>A YAML file as the JSON that an editor sees: bare numbers and truths are numbers and truths.</summary>
internal static class YamlAsJson
{
    public static JsonNode Of(string yaml, string file)
    {
        var problems = new List<Problem>();
        var top = YamlFile.Parse(yaml, file, problems);
        Assert.Empty(problems);
        return Of(top!);
    }

    private static JsonNode Of(YamlNode node) =>
        node switch
        {
            YamlMapping mapping => new JsonObject(
                mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Value, (JsonNode?)Of(entry.Value)))
            ),
            YamlList list => new JsonArray([.. list.Items.Select(Of)]),
            YamlScalar { Value: "true" or "false" } truth => JsonValue.Create(truth.Value == "true"),
            YamlScalar scalar
                when decimal.TryParse(
                    scalar.Value,
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var number
                ) => JsonValue.Create(number),
            YamlScalar scalar => JsonValue.Create(scalar.Value),
            _ => throw new System.Diagnostics.UnreachableException(node.GetType().Name),
        };
}
