using System.Text.Json;
using Dmk.Maturity.GraphQL;
using Dmk.Maturity.Questionnaires;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Server.Tests;

/// <summary>The schema's own types of answers: what a client sends becomes the answer, and the answer becomes what it sent.</summary>
/// <remarks>Fields are called as the stored form of answers calls its kinds.</remarks>
internal static class GraphQLFace
{
    private static readonly ISchema _schema = Initialised();

    public static bool HasInput(AskedKind kind)
    {
        var type = (IInputObjectGraphType)_schema.AllTypes["AnswerInput"]!;
        return kind.Said.All(said =>
        {
            var (field, value) = Stored(said.Value);
            if (type.Fields.Find(field) is not { } known)
            {
                return false;
            }

            var input = (AnswerInput)
                type.ParseDictionary(
                    new Dictionary<string, object?> { ["variable"] = said.Key, [field] = Parsed(known.ResolvedType!, value) }
                )!;
            var sent = SentAnswers.Of([input], most: 1);
            Assert.Empty(sent.Problems);
            Assert.Equal(said, Assert.Single(sent.Changes));
            return true;
        });
    }

    public static bool HasOutput(AskedKind kind)
    {
        var type = (IObjectGraphType)_schema.AllTypes["Answer"]!;
        return kind.Said.All(said =>
        {
            var (field, value) = Stored(said.Value);
            var shown = type
                .Fields.Select(one => (one.Name, Value: Serialized(one, new AnswerView(said.Key, said.Value))))
                .Where(one => one.Value is not null)
                .ToDictionary(one => one.Name, one => one.Value);
            Assert.Equal(said.Key, shown["variable"]);
            if (shown.Count == 1)
            {
                return false;
            }

            Assert.Equal(["variable", field], shown.Keys);
            Assert.Equal(JsonSerializer.Serialize(value), JsonSerializer.Serialize(shown[field]));
            return true;
        });
    }

    private static object? Serialized(FieldType field, object view)
    {
        var value = field.Resolver!.ResolveAsync(new ResolveFieldContext { Source = view, FieldDefinition = field }).AsTask().Result;
        return (value, Unwrapped(field.ResolvedType!)) switch
        {
            (null, _) => null,
            (PeriodView period, IObjectGraphType type) => type.Fields.ToDictionary(one => one.Name, one => Serialized(one, period)),
            (_, ListGraphType) => value,
            (_, ScalarGraphType scalar) => scalar.Serialize(value),
            var (_, other) => throw new NotSupportedException($"{field.Name} is a {other}."),
        };
    }

    private static object? Parsed(IGraphType type, object value) =>
        (Unwrapped(type), value) switch
        {
            (ScalarGraphType scalar, _) => scalar.ParseValue(value),
            (IInputObjectGraphType input, Dictionary<string, object?> fields) => input.ParseDictionary(
                fields.ToDictionary(one => one.Key, one => Parsed(input.Fields.Find(one.Key)!.ResolvedType!, one.Value!))
            ),
            _ => value,
        };

    private static IGraphType Unwrapped(IGraphType type) => type is NonNullGraphType nonNull ? nonNull.ResolvedType! : type;

    /// <summary>Kind and value as stored, but reasons as the schema names them.</summary>
    public static (string Field, object Value) Stored(Answer answer)
    {
        using var json = JsonDocument.Parse(AnswersJson.Write(Answers.None.With("x", answer)));
        var (kind, value) = json.RootElement.GetProperty("x").EnumerateObject().Single() is var one ? (one.Name, one.Value) : default;
        return kind switch
        {
            "period" => (kind, Period((Answer.Period)answer)),
            "missing" => (kind, Reason(((Answer.Missing)answer).Reason)),
            _ when value.ValueKind == JsonValueKind.Array => (kind, value.EnumerateArray().Select(code => code.GetString()!).ToArray()),
            _ => (kind, value.GetString()!),
        };
    }

    private static Dictionary<string, object?> Period(Answer.Period period) =>
        new() { ["begin"] = $"{period.From:yyyy-MM-dd}", ["end"] = $"{period.To:yyyy-MM-dd}" };

    private static string Reason(MissingReason reason) =>
        string.Concat(reason.ToString().Select((letter, place) => place > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{letter}"))
            .ToUpperInvariant();

    private static ISchema Initialised()
    {
        var schema = new ServiceCollection().AddDmkGraphQL().BuildServiceProvider().GetRequiredService<ISchema>();
        schema.Initialize();
        return schema;
    }
}
