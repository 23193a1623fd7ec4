using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dmk.Maturity.Questionnaires;

/// <summary>The one canonical form of answers as bytes: stored, hashed into receipts, given to the company as its own file.</summary>
/// <remarks>UTF-8 JSON without white space, first the version of the form (no variable is called <c>$</c>), then variables in ordinal
/// order, invariant numbers without trailing zeros:
/// <c>{"$":1,"a":{"code":"x"},"b":{"codes":["x","y"]},"c":{"number":"12.5"},
/// "d":{"text":"..."},"e":{"date":"2027-03-01"},"f":{"missing":"dontKnow"},
/// "g":{"period":"2026-01-01/2026-12-31"},"h":{"items":["k3f9x2"]}}</c>.</remarks>
public static class AnswersJson
{
    /// <summary>Grows when bytes of the form before would be read as something else.</summary>
    private const int Form = 1;

    private const string FormMark = "$";

    /// <summary>What an answer can be, the most frequent first.</summary>
    private static readonly string[] _kinds = ["code", "codes", "number", "missing", "text", "date", "period", "items"];

    private static readonly JsonWriterOptions _writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonReaderOptions _reading = new() { MaxDepth = 4 };

    public static byte[] Write(Answers answers)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, _writing))
        {
            json.WriteStartObject();
            json.WriteNumber(FormMark, Form);
            foreach (var (variable, answer) in answers.All)
            {
                json.WriteStartObject(variable);
                Write(json, answer);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <exception cref="FormatException">The bytes are not of this form.</exception>
    public static Answers Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, _reading);
            return Read(ref reader);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw new FormatException($"These are not answers in JSON: {failure.Message}", failure);
        }
    }

    private static void Write(Utf8JsonWriter json, Answer answer)
    {
        switch (answer)
        {
            case Answer.Coded coded:
                json.WriteString("code", coded.Code);
                break;
            case Answer.CodedSet set:
                Write(json, "codes", set.Codes);
                break;
            case Answer.Items items:
                Write(json, "items", items.Ids);
                break;
            case Answer.Number number:
                json.WriteString("number", TypedNumber.Write(number.Value, Language.English));
                break;
            case Answer.Words words:
                json.WriteString("text", words.Value);
                break;
            case Answer.Day day:
                json.WriteString("date", Written(day.Value));
                break;
            case Answer.Period period:
                json.WriteString("period", $"{Written(period.From)}/{Written(period.To)}");
                break;
            case Answer.Missing missing:
                json.WriteString("missing", ReasonWords.Of(missing.Reason));
                break;
            default:
                throw new System.Diagnostics.UnreachableException(answer.GetType().Name);
        }
    }

    private static void Write(Utf8JsonWriter json, string kind, IReadOnlyList<string> all)
    {
        json.WriteStartArray(kind);
        foreach (var one in all)
        {
            json.WriteStringValue(one);
        }

        json.WriteEndArray();
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Answers Read(ref Utf8JsonReader reader)
    {
        var answers = new List<KeyValuePair<string, Answer>>();
        HashSet<string>? seen = null;
        Expect(ref reader, JsonTokenType.StartObject);
        ReadForm(ref reader);
        while (Next(ref reader) != JsonTokenType.EndObject)
        {
            var variable = reader.GetString()!;
            Expect(ref reader, JsonTokenType.StartObject);
            Expect(ref reader, JsonTokenType.PropertyName);
            var answer = Answer(ref reader, variable);
            Expect(ref reader, JsonTokenType.EndObject);
            if (IsTwice(variable, answers, ref seen))
            {
                throw new FormatException($"The variable '{variable}' stands there twice.");
            }

            answers.Add(new(variable, answer));
        }

        return reader.Read() ? throw new FormatException("Something follows the answers.") : Answers.Of(answers);
    }

    /// <summary>As long as the variables are in order, as this server writes them, none needs to be remembered.</summary>
    private static bool IsTwice(string variable, List<KeyValuePair<string, Answer>> before, ref HashSet<string>? seen)
    {
        if (seen is null && before is [.., var last] && string.CompareOrdinal(last.Key, variable) >= 0)
        {
            seen = before.Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        }

        return seen?.Add(variable) == false;
    }

    private static void ReadForm(ref Utf8JsonReader reader)
    {
        if (Next(ref reader) != JsonTokenType.PropertyName || !reader.ValueTextEquals(FormMark))
        {
            throw new FormatException($"These answers do not begin with the version of their form, \"{FormMark}\".");
        }

        Expect(ref reader, JsonTokenType.Number);
        if (!reader.TryGetInt32(out var form) || form != Form)
        {
            throw new FormatException(
                $"These answers are of another form than {Form}, the one that this server reads. Use the server that "
                    + "wrote them, or a newer one."
            );
        }
    }

    private static Answer Answer(ref Utf8JsonReader reader, string variable)
    {
        var kind = Kind(ref reader);
        if (kind == "codes")
        {
            return Strings(ref reader) is { Count: > 0 } codes
                ? new Answer.CodedSet(codes)
                : throw new FormatException("A set of codes is empty; leave the variable out instead.");
        }

        if (kind == "items")
        {
            return new Answer.Items(Strings(ref reader));
        }

        Expect(ref reader, JsonTokenType.String);
        return kind switch
        {
            "code" => new Answer.Coded(reader.GetString()!),
            "text" => new Answer.Words(reader.GetString()!),
            "number" when Number(ref reader) is { } number => new Answer.Number(number),
            "date" when Day(reader.GetString()) is { } day => new Answer.Day(day),
            "period"
                when reader.GetString() is { Length: 21 } text
                    && text[10] == '/'
                    && Day(text.AsSpan(0, 10)) is { } from
                    && Day(text.AsSpan(11)) is { } to => new Answer.Period(from, to),
            "missing" when ReasonWords.All.TryGetValue(reader.GetString()!, out var reason) => new Answer.Missing(reason),
            _ => throw new FormatException($"The answer to '{variable}' is not of a known form."),
        };
    }

    /// <returns>One of <see cref="_kinds"/>, or null.</returns>
    private static string? Kind(ref Utf8JsonReader reader)
    {
        foreach (var kind in _kinds)
        {
            if (reader.ValueTextEquals(kind))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>From the bytes as they stand: a number needs no text first.</summary>
    private static decimal? Number(ref Utf8JsonReader reader)
    {
        const NumberStyles Written = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var isNumber = reader.ValueIsEscaped
            ? decimal.TryParse(reader.GetString(), Written, CultureInfo.InvariantCulture, out var number)
            : decimal.TryParse(reader.ValueSpan, Written, CultureInfo.InvariantCulture, out number);
        return isNumber && NumberBound.Holds(number) ? number : null;
    }

    private static DateOnly? Day(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static List<string> Strings(ref Utf8JsonReader reader)
    {
        var all = new List<string>();
        Expect(ref reader, JsonTokenType.StartArray);
        while (Next(ref reader) != JsonTokenType.EndArray)
        {
            all.Add(reader.GetString()!);
        }

        return all;
    }

    private static JsonTokenType Next(ref Utf8JsonReader reader) =>
        reader.Read() ? reader.TokenType : throw new FormatException("The answers end too early.");

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType expected)
    {
        if (Next(ref reader) != expected)
        {
            throw new FormatException($"Expected {expected} at byte {reader.TokenStartIndex}, found {reader.TokenType}.");
        }
    }
}
