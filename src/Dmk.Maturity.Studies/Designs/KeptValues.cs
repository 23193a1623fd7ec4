using System.Buffers;
using System.Text.Json;

namespace Dmk.Maturity.Studies;

/// <summary>The kept answers of a company as they are stored: a JSON array with a code, a number or null for each.</summary>
public static class KeptValues
{
    public static byte[] Write(IReadOnlyList<KeptValue> values)
    {
        var buffer = new ArrayBufferWriter<byte>(8 * values.Count + 2);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var value in values)
            {
                if (value.Code is { } code)
                {
                    json.WriteStringValue(code);
                }
                else if (double.IsNaN(value.Number))
                {
                    json.WriteNullValue();
                }
                else
                {
                    json.WriteNumberValue(value.Number);
                }
            }

            json.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <exception cref="JsonException">The bytes were not made by <see cref="Write"/>.</exception>
    public static KeptValue[] Read(ReadOnlySpan<byte> stored)
    {
        var json = new Utf8JsonReader(stored);
        var values = new List<KeptValue>();
        if (!json.Read() || json.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("Kept answers are an array.");
        }

        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            values.Add(
                json.TokenType switch
                {
                    JsonTokenType.Null => KeptValue.Missing,
                    JsonTokenType.Number => KeptValue.Of(json.GetDouble()),
                    JsonTokenType.String => new(json.GetString(), double.NaN),
                    _ => throw new JsonException("A kept answer is a code, a number or null."),
                }
            );
        }

        return [.. values];
    }
}
