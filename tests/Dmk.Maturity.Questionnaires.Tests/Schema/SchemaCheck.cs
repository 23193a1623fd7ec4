using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Validates JSON against the keywords of JSON Schema 2020-12 that our schemas use, and throws on any other: none is passed
/// over.</summary>
/// <remarks>The validators to be had for .NET either stop at draft 4 or ask for a fee. What this one says of all files under
/// tests/definitions
/// was compared with python-jsonschema 4.26.0 (Draft202012Validator).</remarks>
internal sealed class SchemaCheck(string schema)
{
    private static readonly string[] _told = ["$schema", "$defs", "description"];

    private readonly JsonObject _root = JsonNode.Parse(schema)!.AsObject();

    /// <returns>Paths of what does not fit; empty when the value is valid.</returns>
    public IReadOnlyList<string> Faults(JsonNode value) => [.. Faults(_root, value, "")];

    private IEnumerable<string> Faults(JsonObject schema, JsonNode value, string path) =>
        schema.Where(one => !_told.Contains(one.Key)).SelectMany(one => Faults(schema, one.Key, one.Value!, value, path));

    private IEnumerable<string> Faults(JsonObject schema, string keyword, JsonNode rule, JsonNode value, string path) =>
        keyword switch
        {
            "$ref" => Faults(_root["$defs"]!.AsObject()[rule.GetValue<string>()["#/$defs/".Length..]]!.AsObject(), value, path),
            "type" => Unless(
                rule is JsonArray some ? some.Any(one => IsOf(one!.GetValue<string>(), value)) : IsOf(rule.GetValue<string>(), value),
                path,
                keyword
            ),
            "enum" => Unless(rule.AsArray().Any(one => JsonNode.DeepEquals(one, value)), path, keyword),
            "const" => Unless(JsonNode.DeepEquals(rule, value), path, keyword),
            "pattern" => Unless(
                value.GetValueKind() != JsonValueKind.String
                    || Regex.IsMatch(value.GetValue<string>(), rule.GetValue<string>(), RegexOptions.NonBacktracking),
                path,
                keyword
            ),
            "minimum" => Unless(value.GetValueKind() != JsonValueKind.Number || Number(value) >= Number(rule), path, keyword),
            "maximum" => Unless(value.GetValueKind() != JsonValueKind.Number || Number(value) <= Number(rule), path, keyword),
            "minItems" => Unless(value is not JsonArray list || list.Count >= rule.GetValue<int>(), path, keyword),
            "items" => value is JsonArray list ? list.SelectMany((item, i) => Faults(rule.AsObject(), item!, $"{path}/{i}")) : [],
            "required" => value is JsonObject mapping
                ? rule.AsArray()
                    .Select(key => key!.GetValue<string>())
                    .Where(key => !mapping.ContainsKey(key))
                    .Select(key => $"{path} required {key}")
                : [],
            "properties" => value is JsonObject mapping
                ? rule.AsObject()
                    .Where(one => mapping.ContainsKey(one.Key))
                    .SelectMany(one => Faults(one.Value!.AsObject(), mapping[one.Key]!, $"{path}/{one.Key}"))
                : [],
            "additionalProperties" => value is JsonObject mapping
                ? Others(schema, mapping)
                    .SelectMany(one =>
                        rule is JsonObject other ? Faults(other, one.Value!, $"{path}/{one.Key}") : [$"{path} has {one.Key}"]
                    )
                : [],
            "propertyNames" => value is JsonObject mapping
                ? mapping.SelectMany(one => Faults(rule.AsObject(), JsonValue.Create(one.Key), $"{path} key {one.Key}"))
                : [],
            "allOf" => rule.AsArray().SelectMany(one => Faults(one!.AsObject(), value, path)),
            "anyOf" => Unless(rule.AsArray().Any(one => !Faults(one!.AsObject(), value, path).Any()), path, keyword),
            "oneOf" => Unless(rule.AsArray().Count(one => !Faults(one!.AsObject(), value, path).Any()) == 1, path, keyword),
            "if" => schema[Faults(rule.AsObject(), value, path).Any() ? "else" : "then"] is JsonObject then
                ? Faults(then, value, path)
                : [],
            "then" or "else" => [],
            _ => throw new NotSupportedException($"The keyword '{keyword}' is new here."),
        };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Others(JsonObject schema, JsonObject mapping) =>
        mapping.Where(one => schema["properties"]?.AsObject().ContainsKey(one.Key) != true);

    private static string[] Unless(bool fits, string path, string keyword) => fits ? [] : [$"{path} {keyword}"];

    private static decimal Number(JsonNode number) => number.GetValue<decimal>();

    private static bool IsOf(string type, JsonNode value) =>
        (type, value.GetValueKind()) switch
        {

            ("object", JsonValueKind.Object)
            or
            ("array", JsonValueKind.Array)
            or
            ("string", JsonValueKind.String)
            or ("number", JsonValueKind.Number) => true,
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("integer", JsonValueKind.Number) => Number(value) == decimal.Truncate(Number(value)),
            _ => false,
        };
}
