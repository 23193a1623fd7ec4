using System.Globalization;
using System.Text.Json.Nodes;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Holds the shapes, which the schemas are made of, against what the reader itself says it knows: every key, word and
/// limit.</summary>
public class ShapeTests
{
    private const string Strange = "zzzzzzzzz";

    private static readonly IReadOnlyList<string> _files = [.. DefinitionFiles.Features];

    [Fact]
    public void Every_part_of_the_shape_stands_in_a_feature()
    {
        var shown = _files
            .SelectMany(file => ShapePlaces.Of(QuestionnaireShape.Root, Read(file)))
            .Select(one => one.Shape)
            .OfType<Shape.Mapping>()
            .SelectMany(mapping => mapping.Fields.Select(field => $"{mapping.Name}.{field.Key}"))
            .ToHashSet(StringComparer.Ordinal);
        var given = _files
            .SelectMany(file => ShapePlaces.Of(QuestionnaireShape.Root, Read(file)))
            .Where(one => one.Shape is Shape.Mapping)
            .SelectMany(one => one.Value.AsObject().Select(key => $"{((Shape.Mapping)one.Shape).Name}.{key.Key}"))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Words(QuestionnaireShape.Root).Except(shown));
        Assert.NotEmpty(given);
    }

    [Fact]
    public void The_reader_knows_exactly_the_keys_of_the_shape()
    {
        foreach (var (file, name, _) in Mappings())
        {
            var (changed, mapping) = Find<Shape.Mapping>(file, one => one.Name == name);
            changed.Value.AsObject()[Strange] = 1;
            var problem = Problems(changed.Root, file)
                .FirstOrDefault(one => one.Code == "unknown-key" && one.Message.Contains(Strange, StringComparison.Ordinal));
            if (mapping.Others is not null)
            {
                continue;
            }

            Assert.True(problem is not null, $"{file}: an unknown key in {name} is not reported");
            Assert.Equal(mapping.Fields.Select(field => field.Key).Order(StringComparer.Ordinal), Listed(problem.Message, "Allowed: "));
        }
    }

    [Fact]
    public void The_reader_misses_exactly_the_keys_that_the_shape_requires()
    {
        foreach (var (file, name, mapping) in Mappings())
        {
            foreach (var field in mapping.Fields)
            {
                var (changed, _) = Find<Shape.Mapping>(file, one => one.Name == name);
                if (!changed.Value.AsObject().Remove(field.Key) || mapping.OneOf.Any(group => group.Contains(field.Key)))
                {
                    continue;
                }

                var missed = Problems(changed.Root, file).Any(problem => problem.Code is "missing-key" or "missing-translation");
                Assert.True(missed == field.Required, $"{file}: {name}.{field.Key} is {(missed ? "" : "not ")}missed by the reader");
            }
        }
    }

    [Fact]
    public void The_reader_knows_exactly_the_words_of_the_shape()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in _files)
        {
            var choices = ShapePlaces
                .Of(QuestionnaireShape.Root, Read(file))
                .Select(one => one.Shape)
                .OfType<Shape.Choice>()
                .Where(one => one.Known.Count > 1);
            foreach (var choice in choices.Where(one => seen.Add(string.Join(',', one.Known))))
            {
                var (changed, _) = Find<Shape.Choice>(file, one => one == choice);
                Replace(changed.Value, Strange);
                var problem = Problems(changed.Root, file).FirstOrDefault(one => one.Code is "unknown-choice" or "unknown-language");
                Assert.True(problem is not null, $"{file}: an unknown word instead of {string.Join(", ", choice.Known)} is not reported");
                Assert.All(choice.Known, word => Assert.Contains(word, problem.Message, StringComparison.Ordinal));
                if (problem.Message.Contains("is not one of ", StringComparison.Ordinal))
                {
                    Assert.Equal(choice.Known.Order(StringComparer.Ordinal), Listed(problem.Message, "is not one of "));
                }
            }
        }

        Assert.True(seen.Count >= 5, $"{seen.Count}");
    }

    [Fact]
    public void The_reader_knows_exactly_the_types_of_the_shape()
    {
        var (changed, _) = Find<Shape.Mapping>("features/type-text.yaml", one => one.Name == "textQuestion");
        changed.Value.AsObject()["type"] = Strange;

        var problem = Assert.Single(Problems(changed.Root, "features/type-text.yaml"), one => one.Code == "unknown-choice");
        Assert.Equal(Question().ByWord.Keys.Order(StringComparer.Ordinal), Listed(problem.Message, "There are: "));
    }

    [Fact]
    public void The_reader_has_the_limits_of_the_shape()
    {
        foreach (var file in _files)
        {
            foreach (
                var whole in ShapePlaces.Of(QuestionnaireShape.Root, Read(file)).Select(one => one.Shape).OfType<Shape.Whole>().Distinct()
            )
            {
                foreach (var beyond in new[] { (long)whole.Minimum - 1, (long)whole.Maximum + 1 })
                {
                    var (changed, _) = Find<Shape.Whole>(file, one => one == whole);
                    Replace(changed.Value, beyond.ToString(CultureInfo.InvariantCulture));
                    Assert.Contains(Problems(changed.Root, file), problem => problem.Code is "out-of-range" or "wrong-kind");
                }
            }
        }
    }

    private static Shape.Kinds Question() => ShapesBelow(QuestionnaireShape.Root).OfType<Shape.Kinds>().First();

    /// <summary>Each kind of mapping once, with a file that has one.</summary>
    private static IEnumerable<(string File, string Name, Shape.Mapping Mapping)> Mappings()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in _files)
        {
            foreach (
                var mapping in ShapePlaces
                    .Of(QuestionnaireShape.Root, Read(file))
                    .Select(one => one.Shape)
                    .OfType<Shape.Mapping>()
                    .Where(one => seen.Add(one.Name))
                    .ToList()
            )
            {
                yield return (file, mapping.Name, mapping);
            }
        }
    }

    private static IEnumerable<string> Words(Shape root) =>
        ShapesBelow(root).OfType<Shape.Mapping>().SelectMany(mapping => mapping.Fields.Select(field => $"{mapping.Name}.{field.Key}"));

    private static List<Shape> ShapesBelow(Shape root)
    {
        var found = new List<Shape>();
        var open = new Stack<Shape>([root]);
        while (open.TryPop(out var shape))
        {
            if (found.Contains(shape))
            {
                continue;
            }

            found.Add(shape);
            IEnumerable<Shape> below = shape switch
            {
                Shape.Mapping mapping =>
                [
                    .. mapping.Fields.Select(field => field.Shape),
                    .. mapping.Others is { } others ? [others] : Array.Empty<Shape>(),
                ],
                Shape.Kinds kinds => kinds.ByWord.Values,
                Shape.Many many => [many.Item],
                Shape.Named named => [named.Value],
                Shape.Either either => either.Shapes,
                Shape.Marked marked => [marked.With, marked.Without],
                Shape.Again again => [again.Shape()],
                _ => [],
            };
            foreach (var one in below)
            {
                open.Push(one);
            }
        }

        return found;
    }

    private static ((JsonNode Root, JsonNode Value) Changed, T Shape) Find<T>(string file, Func<T, bool> wanted)
        where T : Shape
    {
        var root = Read(file);
        var (shape, value) = ShapePlaces.Of(QuestionnaireShape.Root, root).First(one => one.Shape is T shape && wanted(shape));
        return ((root, value), (T)shape);
    }

    private static void Replace(JsonNode value, string word)
    {
        if (value.Parent is JsonArray list)
        {
            list[list.IndexOf(value)] = word;
        }
        else
        {
            value.Parent!.AsObject()[value.GetPropertyName()] = word;
        }
    }

    private static JsonNode Read(string file) => YamlAsJson.Of(DefinitionFiles.Text(file), file);

    /// <summary>JSON is YAML, too.</summary>
    private static IReadOnlyList<Problem> Problems(JsonNode root, string file) =>
        Questionnaire.Parse(root.ToJsonString(), file, RepositoryFiles.Classifications).Problems;

    private static IEnumerable<string> Listed(string message, string behind) =>
        message[(message.IndexOf(behind, StringComparison.Ordinal) + behind.Length)..]
            .Split('.')[0]
            .Split(", ")
            .Order(StringComparer.Ordinal);
}
