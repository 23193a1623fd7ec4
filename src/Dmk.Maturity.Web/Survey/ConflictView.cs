using System.Globalization;
using Dmk.Maturity.Grains;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Dmk.Maturity.Web;

/// <summary>Answers that were changed in two places at a time, both values, and which of them the person has chosen so far.</summary>
/// <param name="Sent">The section's form that met the conflict: the page carries all of it.</param>
/// <param name="Chosen">By variable: <see cref="Mine"/> or <see cref="Stored"/>. Nothing is chosen beforehand.</param>
public sealed record ConflictView(SentSection Sent, IReadOnlyList<Conflict> Conflicts, IReadOnlyDictionary<string, string> Chosen)
{
    public const string Mine = "mine";

    public const string Stored = "stored";

    /// <summary>Of the field that carries when a variable was stored: before its id.</summary>
    public const string StoredAt = "stored-at!";

    /// <summary>Before the names of the carried fields of the section's form.</summary>
    public const string Carried = "sent!";

    private const string RevisionField = "revision!";

    private const string GoField = "then!";

    public ConflictNote Note { get; init; }

    public Visit Visit => Sent.Visit;

    /// <summary>Variables that nothing is chosen for yet.</summary>
    public IReadOnlyList<Conflict> Open => [.. Conflicts.Where(conflict => !Chosen.ContainsKey(conflict.Variable))];

    public bool IsChosen(string variable, string value) => Chosen.GetValueOrDefault(variable) == value;

    /// <summary>All that the page carries without showing it.</summary>
    public IEnumerable<KeyValuePair<string, string>> Hidden =>
        [
            KeyValuePair.Create(RevisionField, Sent.Revision.ToString(CultureInfo.InvariantCulture)),
            KeyValuePair.Create(GoField, Sent.Posted.Go),
            .. Conflicts.Select(one =>
                KeyValuePair.Create(StoredAt + one.Variable, one.StoredAt.ToString("O", CultureInfo.InvariantCulture))
            ),
            .. Chosen.Where(one => Conflicts.All(conflict => conflict.Variable != one.Key)),
            .. Sent.Posted.Fields.Select(carried => KeyValuePair.Create(Carried + carried.Key, carried.Value)),
        ];

    /// <summary>What the person has met: the choices made before stay, but for what was changed once more.</summary>
    public static ConflictView Of(SentSection sent, ResponseState state, IReadOnlyList<Conflict> conflicts)
    {
        var again = conflicts.Select(conflict => conflict.Variable).ToHashSet(StringComparer.Ordinal);
        var chosen = sent
            .KeptAsStored.Select(variable => KeyValuePair.Create(variable, Stored))
            .Concat(sent.Insisted.Select(variable => KeyValuePair.Create(variable, Mine)))
            .Where(one => !again.Contains(one.Key));
        return new(sent.With(state) with { Revision = state.Revision }, conflicts, chosen.ToDictionary(StringComparer.Ordinal));
    }

    /// <returns>Null when the fields that we put into the form are missing or broken.</returns>
    public static ConflictView? Read(Visit visit, string address, IFormCollection form)
    {
        if (
            !long.TryParse(form[RevisionField], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            || SentSection.Of(visit, address, CarriedIn(form)) is not { } carried
        )
        {
            return null;
        }

        var sent = carried with { Revision = revision, Posted = carried.Posted with { Go = form[GoField].ToString() } };
        var changes = sent.Changes;
        var conflicts =
            from field in form
            where field.Key.StartsWith(StoredAt, StringComparison.Ordinal)
            let variable = field.Key[StoredAt.Length..]
            where changes.ContainsKey(variable)
            let at = DateTimeOffset.TryParse(field.Value, CultureInfo.InvariantCulture, out var read) ? read : DateTimeOffset.UnixEpoch
            select new Conflict(variable, visit.State.Answers[variable], changes[variable], at);
        var chosen = changes
            .Keys.Select(variable => KeyValuePair.Create(variable, form[variable].ToString()))
            .Where(one => one.Value is Mine or Stored)
            .ToDictionary(StringComparer.Ordinal);
        return new(sent, [.. conflicts], chosen);
    }

    /// <summary>What is to be saved as it is chosen now: where nothing is chosen, the stored value stays.</summary>
    public SentSection Decided =>
        Sent with
        {
            KeptAsStored = With(Stored).Concat(Open.Select(conflict => conflict.Variable)).ToHashSet(StringComparer.Ordinal),
            Insisted = With(Mine).ToHashSet(StringComparer.Ordinal),
        };

    private IEnumerable<string> With(string choice) => Chosen.Where(one => one.Value == choice).Select(one => one.Key);

    private static FormCollection CarriedIn(IFormCollection form) =>
        new(
            form.Where(field => field.Key.StartsWith(Carried, StringComparison.Ordinal))
                .ToDictionary(field => field.Key[Carried.Length..], field => new StringValues([.. field.Value]), StringComparer.Ordinal)
        );
}
