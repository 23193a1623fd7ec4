using System.Text.Json.Nodes;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Walks a file alongside its shape and says which shape each of its values has.</summary>
internal static class ShapePlaces
{
    /// <summary>Every value with its shape, from the outside in. Mappings of several kinds are given as the kind they are.</summary>
    public static IEnumerable<(Shape Shape, JsonNode Value)> Of(Shape shape, JsonNode value) =>
        shape switch
        {
            Shape.Again again => Of(again.Shape(), value),
            Shape.Marked marked => Of(value is JsonObject keys && keys.ContainsKey(marked.Key) ? marked.With : marked.Without, value),
            Shape.Kinds kinds => Of(kinds.ByWord[value[kinds.Key]!.GetValue<string>()], value),
            Shape.Either either => either.Shapes.Where(one => Fits(one, value)).Take(1).SelectMany(one => Of(one, value)),
            Shape.Mapping mapping when value is JsonObject keys =>
            [
                (mapping, keys),
                .. mapping.Fields.Where(field => keys.ContainsKey(field.Key)).SelectMany(field => Of(field.Shape, keys[field.Key]!)),
            ],
            Shape.Named named when value is JsonObject keys => [(named, keys), .. keys.SelectMany(one => Of(named.Value, one.Value!))],
            Shape.Many many when value is JsonArray items => [(many, items), .. items.SelectMany(item => Of(many.Item, item!))],
            _ => [(shape, value)],
        };

    private static bool Fits(Shape shape, JsonNode value) =>
        shape switch
        {
            Shape.Mapping mapping => value is JsonObject keys && keys.All(one => mapping.Fields.Any(field => field.Key == one.Key)),
            Shape.Kinds or Shape.Named => value is JsonObject,
            Shape.Many => value is JsonArray,
            Shape.Choice choice => value is JsonValue && choice.Known.Contains(value.ToString()),
            _ => value is JsonValue,
        };
}
