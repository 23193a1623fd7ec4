using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Writes a shape as JSON Schema (draft 2020-12).</summary>
/// <remarks>A schema sees one file and no meaning: that names exist, codes fit and rules can hold is what the linter says.</remarks>
public static class SchemaFile
{
    private static readonly JsonSerializerOptions _options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <returns>The schema's text, with a line end behind it.</returns>
    public static string Write(Shape.Mapping root)
    {
        var parts = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        var written = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema" };
        foreach (var (key, value) in new Parts(parts).Of(root).ToList())
        {
            written[key] = value?.DeepClone();
        }

        var definitions = new JsonObject();
        foreach (var (name, part) in parts)
        {
            definitions[name] = part;
        }

        written["$defs"] = definitions;
        return written.ToJsonString(_options) + "\n";
    }

    private sealed class Parts(SortedDictionary<string, JsonObject> parts)
    {
        public JsonObject Of(Shape.Mapping mapping)
        {
            var properties = new JsonObject();
            foreach (var field in mapping.Fields)
            {
                properties[field.Key] = Noted(Of(field.Shape), field.Note);
            }

            var schema = new JsonObject
            {
                ["description"] = mapping.Note,
                ["type"] = "object",
                ["properties"] = properties,
            };
            var required = mapping.Fields.Where(field => field.IsRequiredInSchema).Select(field => field.Key).ToArray();
            if (required.Length > 0)
            {
                schema["required"] = Words(required);
            }

            if (mapping.OneOf.Count > 0)
            {
                schema["allOf"] = new JsonArray([.. mapping.OneOf.Select(group => new JsonObject { ["oneOf"] = OneOf(group) })]);
            }

            schema["additionalProperties"] = mapping.Others is { } others ? Of(others) : JsonValue.Create(false);
            return schema;
        }

        private JsonObject Of(Shape shape) =>
            shape switch
            {
                // Editors read a bare 1 or true as a number or truth; the reader takes it as text.
                Shape.Words { Pattern: null } => new() { ["type"] = Words(["string", "number", "boolean"]) },
                Shape.Words words => new()
                {
                    ["type"] = Words(Regex.IsMatch("1", Whole(words.Pattern)) ? ["string", "number"] : ["string"]),
                    ["pattern"] = Whole(words.Pattern),
                },
                Shape.Rule => new() { ["type"] = Words(["string", "number", "boolean"]) },
                Shape.Whole whole => new()
                {
                    ["type"] = "integer",
                    ["minimum"] = whole.Minimum,
                    ["maximum"] = whole.Maximum,
                },
                Shape.Number number => Number(number),
                Shape.Truth => new() { ["type"] = "boolean" },
                Shape.Day => new() { ["type"] = "string", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
                Shape.Choice choice => new() { ["enum"] = Words(choice.Known) },
                Shape.Many many => Many(many),
                Shape.Named named => Named(named),
                Shape.Mapping mapping => Part(mapping.Name, () => Of(mapping)),
                Shape.Kinds kinds => Part(kinds.Name, () => Of(kinds)),
                Shape.Marked marked => new()
                {
                    ["if"] = new JsonObject { ["required"] = Words([marked.Key]) },
                    ["then"] = Of(marked.With),
                    ["else"] = Of(marked.Without),
                },
                Shape.Either either => new() { ["anyOf"] = new JsonArray([.. either.Shapes.Select(Of)]) },
                Shape.Again again => Of(again.Shape()),
                _ => throw new System.Diagnostics.UnreachableException(shape.GetType().Name),
            };

        private static string Whole(string pattern) => $"^(?:{pattern})$";

        private JsonObject Part(string name, Func<JsonObject> write)
        {
            if (parts.TryAdd(name, []))
            {
                parts[name] = write();
            }

            return new() { ["$ref"] = $"#/$defs/{name}" };
        }

        /// <summary>The word decides which part holds: an editor then completes and complains for this kind alone.</summary>
        private JsonObject Of(Shape.Kinds kinds)
        {
            var cases = new JsonArray();
            foreach (var (word, mapping) in kinds.ByWord)
            {
                cases.Add(
                    new JsonObject
                    {
                        ["if"] = new JsonObject
                        {
                            ["properties"] = new JsonObject { [kinds.Key] = new JsonObject { ["const"] = word } },
                            ["required"] = Words([kinds.Key]),
                        },
                        ["then"] = Of((Shape)mapping),
                    }
                );
            }

            return new()
            {
                ["description"] = kinds.Note,
                ["type"] = "object",
                ["properties"] = new JsonObject { [kinds.Key] = new JsonObject { ["enum"] = Words(kinds.ByWord.Keys) } },
                ["required"] = Words([kinds.Key]),
                ["allOf"] = cases,
            };
        }

        private static JsonObject Number(Shape.Number number)
        {
            var schema = new JsonObject { ["type"] = "number" };
            if (number.Minimum is { } minimum)
            {
                schema["minimum"] = minimum;
            }

            if (number.Maximum is { } maximum)
            {
                schema["maximum"] = maximum;
            }

            return schema;
        }

        private JsonObject Many(Shape.Many many)
        {
            var schema = new JsonObject { ["type"] = "array", ["items"] = Of(many.Item) };
            if (many.Least > 0)
            {
                schema["minItems"] = many.Least;
            }

            return schema;
        }

        private JsonObject Named(Shape.Named named)
        {
            var schema = new JsonObject { ["type"] = "object" };
            if (named.Keys is { } keys)
            {
                schema["propertyNames"] = new JsonObject { ["enum"] = Words(keys) };
            }

            schema["additionalProperties"] = Of(named.Value);
            return schema;
        }

        private static JsonObject Noted(JsonObject schema, string note)
        {
            var noted = new JsonObject { ["description"] = note };
            foreach (var (key, value) in schema)
            {
                noted[key] = value?.DeepClone();
            }

            return noted;
        }

        private static JsonArray Words(IEnumerable<string> words) => [.. words.Select(word => JsonValue.Create(word))];

        private static JsonArray OneOf(IReadOnlyList<string> group) =>
            [.. group.Select(key => new JsonObject { ["required"] = Words([key]) })];
    }
}
