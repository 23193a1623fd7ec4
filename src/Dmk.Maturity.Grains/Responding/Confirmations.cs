using System.Text.Json;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains;

/// <summary>Soft checks that a company has confirmed before it submits, with its reasons (which may be empty).</summary>
internal sealed class Confirmations
{
    private Confirmations(IReadOnlyDictionary<string, string> byCheck) => ByCheck = byCheck;

    public static Confirmations None { get; } = new(new Dictionary<string, string>());

    public IReadOnlyDictionary<string, string> ByCheck { get; }

    /// <summary>What a company has sent: only soft checks that there are.</summary>
    /// <param name="known">Their ids.</param>
    public static Confirmations Of(IReadOnlyDictionary<string, string> sent, IEnumerable<string> known) =>
        new(known.Where(sent.ContainsKey).ToDictionary(check => check, check => sent[check], StringComparer.Ordinal));

    /// <param name="stored">Null where there are none.</param>
    public static Confirmations Read(string? stored) =>
        stored is null ? None : new(JsonSerializer.Deserialize<Dictionary<string, string>>(stored) ?? []);

    public string? Write() => ByCheck.Count == 0 ? null : JsonSerializer.Serialize(ByCheck);

    /// <summary>Those that still hold when variables have changed: who confirmed the answers of before has not confirmed those of
    /// now.</summary>
    /// <param name="before">What had fired over the answers that were confirmed; asked for only where something was.</param>
    public Confirmations After(IEnumerable<string> changed, Func<IEnumerable<FiredCheck>> before)
    {
        if (ByCheck.Count == 0)
        {
            return this;
        }

        var others = changed.ToHashSet(StringComparer.Ordinal);
        var gone = before()
            .Where(fired => fired.Variables.Any(others.Contains))
            .Select(fired => fired.Check.Id)
            .ToHashSet(StringComparer.Ordinal);
        return new(ByCheck.Where(one => !gone.Contains(one.Key)).ToDictionary(StringComparer.Ordinal));
    }
}
