using System.Collections.Immutable;
using System.Text.Json;

namespace Dmk.Maturity.Grains;

/// <summary>A revision of a response and when it was stored.</summary>
internal readonly record struct Revision(long Number, DateTimeOffset At);

/// <summary>In which revision each variable was last changed. Immutable.</summary>
/// <remarks>Stored as JSON, one entry per revision that still is the last one of some variable:
/// <c>[[3,1806...,"a","b"],[4,1806...,"c"]]</c>.</remarks>
internal sealed class LastChanges
{
    private readonly ImmutableDictionary<string, Revision> _byVariable;

    private LastChanges(ImmutableDictionary<string, Revision> byVariable) => _byVariable = byVariable;

    public static LastChanges None { get; } = new(ImmutableDictionary.Create<string, Revision>(StringComparer.Ordinal));

    /// <summary>Revision 0 when it was never changed.</summary>
    public Revision Of(string variable) => _byVariable.GetValueOrDefault(variable);

    /// <summary>Variables that were changed after a revision, by name.</summary>
    public string[] Since(long revision) =>
        [.. _byVariable.Where(change => change.Value.Number > revision).Select(change => change.Key).Order(StringComparer.Ordinal)];

    public LastChanges With(IEnumerable<string> variables, Revision revision) =>
        new(_byVariable.SetItems(variables.Select(variable => KeyValuePair.Create(variable, revision))));

    public LastChanges Where(Func<string, bool> keep) => new(_byVariable.RemoveRange(_byVariable.Keys.Where(variable => !keep(variable))));

    public byte[] Write()
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            foreach (var revision in _byVariable.GroupBy(change => change.Value, change => change.Key).OrderBy(group => group.Key.Number))
            {
                json.WriteStartArray();
                json.WriteNumberValue(revision.Key.Number);
                json.WriteNumberValue(revision.Key.At.ToUnixTimeMilliseconds());
                foreach (var variable in revision)
                {
                    json.WriteStringValue(variable);
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return stream.ToArray();
    }

    public static LastChanges Read(byte[]? stored)
    {
        if (stored is null)
        {
            return None;
        }

        using var json = JsonDocument.Parse(stored);
        return json
            .RootElement.EnumerateArray()
            .Aggregate(
                None,
                (changes, entry) =>
                    changes.With(
                        entry.EnumerateArray().Skip(2).Select(variable => variable.GetString()!),
                        new(entry[0].GetInt64(), DateTimeOffset.FromUnixTimeMilliseconds(entry[1].GetInt64()))
                    )
            );
    }
}
