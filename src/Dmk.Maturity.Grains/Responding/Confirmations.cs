using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains;

/// <summary>Soft checks that a company has confirmed before it submits, with its reasons (which may be empty), and reasons that it has
/// begun to write without confirming.</summary>
internal sealed class Confirmations
{
    /// <summary>Before the id of a check whose reason is written and which is not confirmed: no id begins so.</summary>
    private const char Unconfirmed = '?';

    private readonly SortedDictionary<string, string> _kept;

    private Confirmations(IEnumerable<KeyValuePair<string, string>> kept) =>
        _kept = new(kept.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    public static Confirmations None { get; } = new([]);

    /// <summary>Confirmed, with its reason.</summary>
    public IReadOnlyDictionary<string, string> ByCheck =>
        _kept.Where(one => one.Key[0] != Unconfirmed).ToDictionary(StringComparer.Ordinal);

    /// <summary>Reasons of checks that are not confirmed.</summary>
    public IReadOnlyDictionary<string, string> Begun =>
        _kept.Where(one => one.Key[0] == Unconfirmed).ToDictionary(one => one.Key[1..], one => one.Value, StringComparer.Ordinal);

    /// <summary>Another one for everything else that could be kept.</summary>
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write() ?? "")).AsSpan(0, 8));

    /// <param name="stored">Null where there are none.</param>
    public static Confirmations Read(string? stored) =>
        stored is null ? None : new(JsonSerializer.Deserialize<Dictionary<string, string>>(stored) ?? []);

    public string? Write() => _kept.Count == 0 ? null : JsonSerializer.Serialize(_kept);

    /// <summary>With what a company has sent. Where others have confirmed something since it looked, theirs stays beside it.</summary>
    /// <param name="fired">What may be confirmed.</param>
    public Confirmations With(SentConfirmations sent, IEnumerable<FiredCheck> fired)
    {
        string[] known = [.. fired.Where(one => one.Check.Level == CheckLevel.Soft).Select(one => one.Check.Id)];
        var before = sent.Seen == Mark ? [] : _kept.Where(one => !sent.Has(one.Key.TrimStart(Unconfirmed)));
        return new([
            .. before,
            .. known.Where(sent.Confirmed.ContainsKey).Select(check => KeyValuePair.Create(check, sent.Confirmed[check])),
            .. known
                .Where(check => !sent.Confirmed.ContainsKey(check) && sent.Begun.ContainsKey(check))
                .Select(check => KeyValuePair.Create(Unconfirmed + check, sent.Begun[check])),
        ]);
    }

    /// <summary>Those that still hold when variables have changed: who confirmed the answers of before has not confirmed those of now. Its
    /// reason stays, to be looked at again.</summary>
    /// <param name="before">What had fired over the answers that were confirmed; asked for only where something was.</param>
    public Confirmations After(IEnumerable<string> changed, Func<IEnumerable<FiredCheck>> before)
    {
        if (_kept.Count == 0)
        {
            return this;
        }

        var others = changed.ToHashSet(StringComparer.Ordinal);
        return Without(before().Where(fired => fired.Variables.Any(others.Contains)).Select(fired => fired.Check.Id));
    }

    /// <summary>Those that still hold under another version of the questionnaire: for checks that fire with the same words.</summary>
    public Confirmations Under(IReadOnlyList<FiredCheck> before, IReadOnlyList<FiredCheck> after) =>
        _kept.Count == 0
            ? this
            : Without(ByCheck.Keys.Where(check => Words(check, before) is not { } words || words != Words(check, after)));

    private static Text? Words(string check, IReadOnlyList<FiredCheck> fired) =>
        fired.FirstOrDefault(one => one.Check.Id == check)?.Check.Message;

    private Confirmations Without(IEnumerable<string> checks)
    {
        var gone = checks.ToHashSet(StringComparer.Ordinal);
        return new(
            _kept
                .Where(one => !gone.Contains(one.Key) || one.Value.Length > 0)
                .Select(one => gone.Contains(one.Key) ? KeyValuePair.Create(Unconfirmed + one.Key, one.Value) : one)
        );
    }
}
