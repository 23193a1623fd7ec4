using System.Text.Json;

namespace Dmk.Maturity.Server;

/// <summary>Numbers in JSON, which knows no infinity.</summary>
internal static class JsonNumbers
{
    /// <summary>Null for what is missing or no finite number.</summary>
    public static void WriteNumberOrNull(this Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter json, string key, double value)
    {
        json.WritePropertyName(key);
        json.WriteNumberOrNull(value);
    }
}
